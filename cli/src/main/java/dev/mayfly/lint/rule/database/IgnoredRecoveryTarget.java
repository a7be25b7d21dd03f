package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A recovery target that has no effect. */
public final class IgnoredRecoveryTarget implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB003",
          "ignored-recovery-target",
          Severity.ERROR,
          "a recovery target that has no effect",
          """
          A restore from volume snapshots without `source` returns before it looks at
          `recoveryTarget`: the cluster starts from the snapshot as it is, not from the point
          that was asked for.
          """,
          "name a `source` with the WAL archive, or take the target out",
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
                volumeSnapshots: {storage: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: shop-pg-daily}}
                recoveryTarget: {targetImmediate: true}
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
    Node target = resource.at("spec", "bootstrap", "recovery", "recoveryTarget");
    boolean snapshots =
        Fields.isSet(resource.at("spec", "bootstrap", "recovery", "volumeSnapshots"));
    boolean source = Fields.isSet(resource.at("spec", "bootstrap", "recovery", "source"));
    if (target != null && Fields.isSet(target) && snapshots && !source) {
      out.add(target, "without `source` the target is ignored");
    }
  }
}
