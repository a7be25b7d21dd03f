package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;

/** A cluster is restored by its volume template. */
public final class DataSourceInTemplate implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB022",
          "data-source-in-template",
          Severity.ERROR,
          "a cluster is restored by its volume template",
          """
          A `dataSource` in a `pvcTemplate` is no way to restore: initdb finds data in the
          volume and stops.
          """,
          "use `bootstrap.recovery.volumeSnapshots`",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
            enablePDB: false
            storage: {size: 20Gi, pvcTemplate: {dataSource: {kind: VolumeSnapshot, name: daily}}}
            bootstrap:
              recovery:
                backup: {name: shop-pg-pr-17}
                database: shop
                owner: shop
          """,
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
            enablePDB: false
            storage: {size: 20Gi, storageClass: previews}
            bootstrap:
              recovery:
                backup: {name: shop-pg-pr-17}
                database: shop
                owner: shop
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.CLUSTER);
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (String volume : List.of("storage", "walStorage")) {
      for (String field : List.of("dataSource", "dataSourceRef")) {
        Node source = resource.at("spec", volume, "pvcTemplate", field);
        if (source != null && Fields.isSet(source)) {
          out.add(source, "`" + field + "` makes initdb fail");
        }
      }
    }
  }
}
