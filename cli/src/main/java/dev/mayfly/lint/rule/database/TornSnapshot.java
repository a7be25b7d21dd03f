package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;

/** A running database is cloned from snapshots of several moments. */
public final class TornSnapshot implements CloneRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB008",
          "torn-snapshot",
          Severity.ERROR,
          "a running database is cloned from snapshots of several moments",
          """
          Data and WAL on separate volumes are snapshotted one after the other while the
          database writes. Without a WAL archive nothing brings them to one point: the clone is
          damaged.
          """,
          "take the backup cold, give the recovery a `source` with the archive, or use one volume",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5
            storage: {size: 20Gi, storageClass: fast}
            walStorage: {size: 5Gi}
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
            walStorage: {size: 5Gi}
            bootstrap:
              recovery:
                backup: {name: shop-pg-pr-17}
                database: shop
                owner: shop
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
    if (!pair.fromSnapshot()) {
      return;
    }
    boolean several =
        Fields.isSet(source.at("spec", "walStorage"))
            || Fields.isSet(source.at("spec", "tablespaces"));
    boolean archive = Fields.isSet(clone.at("spec", "bootstrap", "recovery", "source"));
    if (several && !archive && !pair.isCold()) {
      out.add(
          clone.nearest("spec", "bootstrap", "recovery"),
          "`" + source.name() + "` has several volumes and no archive is named");
    }
  }
}
