package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import java.util.List;

/** A clone names a database or owner that its source does not have. */
public final class OtherDatabase implements CloneRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB029",
          "other-database",
          Severity.ERROR,
          "a clone names a database or owner that its source does not have",
          """
          The restore creates neither. The instance manager then fails for ever to set the
          password of a role that is not in the data.
          """,
          "use the names of the source cluster",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5
            storage: {size: 20Gi, storageClass: fast}
            backup: {volumeSnapshot: {className: longhorn-snap, snapshotOwnerReference: backup}}
            bootstrap: {initdb: {database: shop, owner: shop}}
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: Backup
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            cluster: {name: shop-pg}
            method: volumeSnapshot
            online: true
          ---
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
                database: app
                owner: app
          """,
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5
            storage: {size: 20Gi, storageClass: fast}
            backup: {volumeSnapshot: {className: longhorn-snap, snapshotOwnerReference: backup}}
            bootstrap: {initdb: {database: shop, owner: shop}}
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: Backup
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            cluster: {name: shop-pg}
            method: volumeSnapshot
            online: true
          ---
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
  public void check(Corpus corpus, Clones.Clone pair, Findings out) {
    Resource clone = pair.cluster();
    Resource source = pair.source();
    for (String field : List.of("database", "owner")) {
      Node has = clone.at("spec", "bootstrap", "recovery", field);
      String needs = Fields.text(source.at("spec", "bootstrap", "initdb", field));
      boolean fixed = !TemplateText.isTemplated(Fields.text(has) + needs);
      if (has != null && fixed && !needs.isEmpty() && !needs.equals(Fields.text(has))) {
        out.add(has, "`%s` of `%s` is `%s`".formatted(field, source.name(), needs));
      }
    }
  }
}
