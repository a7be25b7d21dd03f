package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A Longhorn snapshot class makes remote backups. */
public final class LonghornSnapshotType implements DocumentRule {
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
