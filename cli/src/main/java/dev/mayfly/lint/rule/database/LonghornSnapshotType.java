package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A Longhorn snapshot class makes remote backups. */
public final class LonghornSnapshotType implements DocumentRule {
  /** By which Velero takes a class as its own (its docs, CSI snapshot support). */
  private static final String VELERO = "velero.io/csi-volumesnapshot-class";

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
      Node written = resource.at("parameters", "type");
      Node at = written == null ? resource.nearest("parameters") : written;
      String is = "`type` is `bak`" + ("bak".equals(type) ? "" : " where it is not set");
      if ("bak".equals(type) && resource.text("metadata", "labels", VELERO) != null) {
        out.unverifiable(
            at, is + ", and the class is labelled for Velero", "see that no clone uses it");
      } else {
        out.add(at, is);
      }
    }
  }
}
