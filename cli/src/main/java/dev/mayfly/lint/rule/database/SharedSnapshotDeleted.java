package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** Deleting a preview deletes production's snapshot. */
public final class SharedSnapshotDeleted implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB019",
          "shared-snapshot-deleted",
          Severity.ERROR,
          "deleting a preview deletes production's snapshot",
          """
          A second content object that points at the handle of an existing snapshot deletes the
          snapshot itself when its policy is `Delete`.
          """,
          "set `deletionPolicy: Retain`",
          """
          apiVersion: snapshot.storage.k8s.io/v1
          kind: VolumeSnapshotContent
          metadata: {name: shop-pg-pr-17}
          spec:
            deletionPolicy: Delete
            driver: driver.longhorn.io
            source: {snapshotHandle: "snap://pvc-1/daily"}
            volumeSnapshotRef: {name: shop-pg, namespace: pr-17-shop}
          """,
          """
          apiVersion: snapshot.storage.k8s.io/v1
          kind: VolumeSnapshotContent
          metadata: {name: shop-pg-pr-17}
          spec:
            deletionPolicy: Retain
            driver: driver.longhorn.io
            source: {snapshotHandle: "snap://pvc-1/daily"}
            volumeSnapshotRef: {name: shop-pg, namespace: pr-17-shop}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.VOLUME_SNAPSHOT_CONTENT);
  }

  @Override
  public void check(Resource resource, Findings out) {
    Node policy = resource.at("spec", "deletionPolicy");
    boolean handed = Fields.isSet(resource.at("spec", "source", "snapshotHandle"));
    if (policy != null && handed && Fields.text(policy).equals("Delete")) {
      boolean preview =
          PreviewScope.isPreview(resource)
              || PreviewScope.isPreviewName(
                  Fields.text(resource.at("spec", "volumeSnapshotRef", "namespace")));
      if (preview) {
        out.add(policy, "the snapshot behind this handle is deleted with the preview");
      }
    }
  }
}
