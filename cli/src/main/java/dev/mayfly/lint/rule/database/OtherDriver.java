package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;
import java.util.Optional;

/** A clone's storage class belongs to another driver than its snapshot. */
public final class OtherDriver implements CloneRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB031",
          "other-driver",
          Severity.ERROR,
          "a clone's storage class belongs to another driver than its snapshot",
          """
          Only the driver that took a snapshot can make a volume from it. With a class of another
          driver the claim stays pending, and the clone never starts.
          """,
          "use a storage class of the same driver",
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
          ---
          apiVersion: snapshot.storage.k8s.io/v1
          kind: VolumeSnapshotClass
          metadata: {name: longhorn-snap}
          driver: driver.longhorn.io
          deletionPolicy: Delete
          parameters: {type: snap}
          ---
          apiVersion: storage.k8s.io/v1
          kind: StorageClass
          metadata: {name: previews}
          provisioner: ebs.csi.aws.com
          reclaimPolicy: Delete
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
          ---
          apiVersion: snapshot.storage.k8s.io/v1
          kind: VolumeSnapshotClass
          metadata: {name: longhorn-snap}
          driver: driver.longhorn.io
          deletionPolicy: Delete
          parameters: {type: snap}
          ---
          apiVersion: storage.k8s.io/v1
          kind: StorageClass
          metadata: {name: previews}
          provisioner: driver.longhorn.io
          reclaimPolicy: Delete
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Clones.Clone pair, Findings out) {
    Node name = pair.cluster().at("spec", "storage", "storageClass");
    Optional<String> makes = Drivers.ofClass(corpus, Fields.text(name));
    Optional<String> took = Drivers.ofSnapshot(corpus, pair);
    if (name != null
        && pair.fromSnapshot()
        && makes.isPresent()
        && took.isPresent()
        && !makes.equals(took)) {
      out.add(
          name,
          "`%s` is of `%s`, the snapshot of `%s`"
              .formatted(Fields.text(name), makes.get(), took.get()));
    }
  }
}
