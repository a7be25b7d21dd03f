package dev.mayfly.lint.rule.facts;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.facts.Concern;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;

/** A clone's volume comes from another driver than its snapshot. */
public final class UnfitDriver implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "CF007",
          "unfit-driver",
          Severity.ERROR,
          "a clone's volume comes from another driver than its snapshot",
          """
          A storage driver restores its own snapshots and no others: the volume is never made.
          """,
          "use a StorageClass of the snapshot's driver",
          """
          # file: previews/shop/pr-17/database-cluster.yaml
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
                backup: {name: nightly}
                database: shop
                owner: shop
          # file: facts.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: ClusterFacts
          metadata: {name: production}
          spec:
            observedAt: "2026-03-10T08:00:00Z"
            backups:
              - {namespace: shop, name: nightly, cluster: shop-pg, phase: completed, stoppedAt: "2026-03-10T03:00:00Z"}
            snapshots:
              - {namespace: shop, name: nightly, backup: nightly, restoreSize: 20Gi, ready: true, class: snap, majorVersion: 17}
            storageClasses:
              - {name: previews, provisioner: rbd.csi.ceph.com, parameters: {numberOfReplicas: "1"}}
            snapshotClasses:
              - {name: snap, driver: driver.longhorn.io, parameters: {type: snap}}
          """,
          """
          # file: previews/shop/pr-17/database-cluster.yaml
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
                backup: {name: nightly}
                database: shop
                owner: shop
          # file: facts.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: ClusterFacts
          metadata: {name: production}
          spec:
            observedAt: "2026-03-10T08:00:00Z"
            backups:
              - {namespace: shop, name: nightly, cluster: shop-pg, phase: completed, stoppedAt: "2026-03-10T03:00:00Z"}
            snapshots:
              - {namespace: shop, name: nightly, backup: nightly, restoreSize: 20Gi, ready: true, class: snap, majorVersion: 17}
            storageClasses:
              - {name: previews, provisioner: driver.longhorn.io, parameters: {numberOfReplicas: "1"}}
            snapshotClasses:
              - {name: snap, driver: driver.longhorn.io, parameters: {type: snap}}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    FactsJudging.check(corpus, out, Concern.DRIVER, "spec", "storage", "storageClass");
  }
}
