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
import org.jspecify.annotations.Nullable;

/** A cluster is restored from another namespace. */
public final class OutOfReachBackup implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB006",
          "out-of-reach-backup",
          Severity.ERROR,
          "a cluster is restored from another namespace",
          """
          A backup and a volume snapshot are read in the cluster's own namespace only. One
          elsewhere is never found: the operator asks again every minute, for ever.
          """,
          "put the cluster into the namespace of the backup",
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
          metadata: {name: shop-pg-pr-17, namespace: pr-17-shop}
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
    for (Resource cluster : corpus.of(GroupKind.CLUSTER)) {
      Node backup = cluster.at("spec", "bootstrap", "recovery", "backup", "name");
      check(corpus, cluster, GroupKind.BACKUP, backup, out);
      Node snapshot =
          cluster.at("spec", "bootstrap", "recovery", "volumeSnapshots", "storage", "name");
      check(corpus, cluster, GroupKind.VOLUME_SNAPSHOT, snapshot, out);
    }
  }

  private static void check(
      Corpus corpus, Resource cluster, GroupKind kind, @Nullable Node reference, Findings out) {
    String name = Fields.text(reference);
    boolean fixed = !cluster.namespace().isEmpty() && !corpus.mayChange(cluster, "namespace");
    if (reference == null || !fixed || corpus.find(kind, cluster.namespace(), name).isPresent()) {
      return;
    }
    corpus.of(kind).stream()
        .filter(it -> it.name().equals(name) && !it.namespace().isEmpty())
        .findFirst()
        .ifPresent(it -> report(cluster, it, reference, out.about(cluster)));
  }

  /** Another one of the name may be out of sight, but hardly for a preview. */
  private static void report(Resource cluster, Resource found, Node at, Findings out) {
    String message = "`%s` lies in `%s`".formatted(found.name(), found.namespace());
    if (PreviewScope.isPreview(cluster)) {
      out.add(at, message);
    } else {
      out.unverifiable(at, message, "lint what is in `" + cluster.namespace() + "` as well");
    }
  }
}
