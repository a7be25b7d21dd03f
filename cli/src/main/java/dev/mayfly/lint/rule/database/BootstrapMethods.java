package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;

/** A cluster is told to start in two ways. */
public final class BootstrapMethods implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB002",
          "bootstrap-methods",
          Severity.ERROR,
          "a cluster is told to start in two ways",
          """
          At most one of `initdb`, `recovery` and `pg_basebackup` may stand, and a recovery
          reads either a backup, an external source, or volume snapshots. The webhook refuses
          some mixtures; with others the operator picks one.
          """,
          "keep the one that is meant",
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
              initdb: {database: shop, owner: shop}
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

  private static final List<String> METHODS = List.of("initdb", "recovery", "pg_basebackup");

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
    Node bootstrap = resource.at("spec", "bootstrap");
    if (!(bootstrap instanceof MapNode map)) {
      return;
    }
    List<String> methods = METHODS.stream().filter(map::has).toList();
    MapNode.Entry second = methods.size() > 1 ? map.entry(methods.get(1)) : null;
    if (second != null) {
      out.add(second.key(), "the cluster also starts by `" + methods.getFirst() + "`");
    }
    boolean backup = Fields.isSet(map.at("recovery", "backup"));
    if (map.at("recovery", "volumeSnapshots") instanceof Node snapshots && backup) {
      out.add(snapshots, "`volumeSnapshots` cannot stand beside `backup`");
    }
    if (map.at("recovery", "source") instanceof Node source && backup) {
      out.add(source, "`source` cannot stand beside `backup`");
    }
  }
}
