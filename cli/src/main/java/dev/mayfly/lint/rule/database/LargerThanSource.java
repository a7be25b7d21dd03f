package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Quantities;
import dev.mayfly.platform.Quantity;
import dev.mayfly.yaml.Node;
import java.util.Optional;
import java.util.Set;

/** A clone's volume is larger than its driver allows. */
public final class LargerThanSource implements CloneRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB030",
          "larger-than-source",
          Severity.ERROR,
          "a clone's volume is larger than its driver allows",
          """
          Most drivers let a volume be larger than the snapshot it is made from. Longhorn, OpenEBS
          ZFS and OpenEBS LVM refuse any other size than the source's: the clone's volume is never
          made, and the preview waits for it.
          """,
          "give the clone exactly the size of the source",
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
            storage: {size: 30Gi, storageClass: previews}
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
          """);

  private static final Set<String> EXACT =
      Set.of("driver.longhorn.io", "zfs.csi.openebs.io", "local.csi.openebs.io");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Clones.Clone pair, Findings out) {
    Optional<String> driver = Drivers.ofSnapshot(corpus, pair).filter(EXACT::contains);
    Node size = pair.cluster().at("spec", "storage", "size");
    Optional<Quantity> has = Quantities.read(size);
    Optional<Quantity> needs = Quantities.read(pair.source().at("spec", "storage", "size"));
    if (size != null
        && pair.fromSnapshot()
        && driver.isPresent()
        && has.isPresent()
        && needs.isPresent()
        && has.get().compareTo(needs.get()) > 0) {
      out.add(
          size,
          "`%s` restores the size of `%s` and no other"
              .formatted(driver.get(), pair.source().name()));
    }
  }
}
