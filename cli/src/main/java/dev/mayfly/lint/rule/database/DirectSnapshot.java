package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;

/** A clone reads a snapshot that may not be ready. */
public final class DirectSnapshot implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB005",
          "direct-snapshot",
          Severity.WARNING,
          "a clone reads a snapshot that may not be ready",
          """
          A direct reference to the snapshot of a backup in the same set races with it: the
          annotations that a restore needs are written only when the backup is complete.
          `recovery.backup` waits for that.
          """,
          "write `recovery.backup.name`",
          """
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
                volumeSnapshots: {storage: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: shop-pg-pr-17}}
                database: shop
                owner: shop
          """,
          """
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
  public void check(Corpus corpus, Findings out) {
    for (Resource cluster : corpus.of(GroupKind.CLUSTER)) {
      Node snapshot =
          cluster.at("spec", "bootstrap", "recovery", "volumeSnapshots", "storage", "name");
      boolean made =
          corpus.find(GroupKind.BACKUP, cluster.namespace(), Fields.text(snapshot)).isPresent();
      if (snapshot != null && made) {
        out.about(cluster)
            .add(snapshot, "the backup `" + Fields.text(snapshot) + "` makes this snapshot");
      }
    }
  }
}
