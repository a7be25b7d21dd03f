package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import java.util.Optional;

/** The snapshots of previews are never deleted. */
public final class KeptSnapshots implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB018",
          "kept-snapshots",
          Severity.WARNING,
          "the snapshots of previews are never deleted",
          """
          `snapshotOwnerReference` is `none` unless it is written: each backup that is made for
          a preview leaves one snapshot on the production volume.
          """,
          "set `snapshotOwnerReference: backup` on the source cluster",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5
            storage: {size: 20Gi, storageClass: fast}
            backup: {volumeSnapshot: {className: longhorn-snap}}
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
  public void check(Corpus corpus, Findings out) {
    for (Resource backup : corpus.of(GroupKind.BACKUP)) {
      String cluster = Fields.text(backup.at("spec", "cluster", "name"));
      Optional<Resource> source = corpus.find(GroupKind.CLUSTER, backup.namespace(), cluster);
      if (source.isEmpty() || !PreviewScope.isPreview(backup) || corpus.mayChange(source.get())) {
        continue;
      }
      Node section = source.get().at("spec", "backup", "volumeSnapshot");
      Node owner = source.get().at("spec", "backup", "volumeSnapshot", "snapshotOwnerReference");
      if (section != null && !Fields.text(owner).equals("backup")) {
        out.about(source.get())
            .add(owner == null ? section : owner, "the snapshot of `" + backup.name() + "` stays");
      }
    }
  }
}
