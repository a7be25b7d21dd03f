package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import java.util.Set;

/** Inherited labels make snapshot backups hang. */
public final class InheritedOperatorLabels implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB021",
          "inherited-operator-labels",
          Severity.ERROR,
          "inherited labels make snapshot backups hang",
          """
          CloudNativePG 1.28 to 1.30.0 finds the volumes of a cluster by labels that inherited
          ones overwrite. Every snapshot backup then stays in `started`, without an error.
          """,
          "use labels with a prefix of your own",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
            backup: {volumeSnapshot: {className: longhorn-snap, snapshotOwnerReference: backup}}
            inheritedMetadata: {labels: {app.kubernetes.io/managed-by: argocd}}
            storage: {size: 20Gi, storageClass: previews}
            bootstrap: {initdb: {database: shop, owner: shop}}
          """,
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
            backup: {volumeSnapshot: {className: longhorn-snap, snapshotOwnerReference: backup}}
            storage: {size: 20Gi, storageClass: previews}
            bootstrap: {initdb: {database: shop, owner: shop}}
          """);

  private static final Set<String> KEYS =
      Set.of(
          "app.kubernetes.io/managed-by", "app.kubernetes.io/name", "app.kubernetes.io/component");

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
    boolean snapshots = Fields.isSet(resource.at("spec", "backup", "volumeSnapshot"));
    if (!snapshots || !out.targets().cloudNativePg().isAtLeast(1, 28)) {
      return;
    }
    for (MapNode.Entry label : Fields.entries(resource.at("spec", "inheritedMetadata", "labels"))) {
      if (KEYS.contains(label.key().text())) {
        out.add(label.key(), "`" + label.key().text() + "` belongs to the operator");
      }
    }
  }
}
