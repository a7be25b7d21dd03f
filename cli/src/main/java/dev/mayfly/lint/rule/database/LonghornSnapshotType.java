package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A Longhorn snapshot class makes remote backups. */
public final class LonghornSnapshotType implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB010",
          "longhorn-snapshot-type",
          Severity.ERROR,
          "a Longhorn snapshot class makes remote backups",
          """
          Without `parameters.type` Longhorn uploads a backup to its remote target and
          downloads it again on restore: slow, and never ready where no target is set.
          """,
          "set `parameters: {type: snap}`",
          """
          apiVersion: snapshot.storage.k8s.io/v1
          kind: VolumeSnapshotClass
          metadata: {name: longhorn-snap}
          driver: driver.longhorn.io
          deletionPolicy: Delete
          """,
          """
          apiVersion: snapshot.storage.k8s.io/v1
          kind: VolumeSnapshotClass
          metadata: {name: longhorn-snap}
          driver: driver.longhorn.io
          deletionPolicy: Delete
          parameters: {type: snap}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.VOLUME_SNAPSHOT_CLASS);
  }

  @Override
  public void check(Resource resource, Findings out) {
    if (!"driver.longhorn.io".equals(resource.text("driver"))) {
      return;
    }
    String type = resource.text("parameters", "type");
    if (type == null || type.isEmpty() || type.equals("bak")) {
      Node at = resource.nearest("parameters", "type");
      out.add(at, "this class makes a remote backup, not a snapshot");
    }
  }
}
