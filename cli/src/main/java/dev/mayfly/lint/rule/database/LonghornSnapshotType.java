package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Longhorn snapshot class makes remote backups. */
public final class LonghornSnapshotType implements CorpusRule {
  /** By which Velero takes a class as its own (its docs, CSI snapshot support). */
  private static final String VELERO = "velero.io/csi-volumesnapshot-class";

  @Override
  public void check(Corpus corpus, Findings out) {
    Set<String> used =
        Stream.concat(
                corpus.of(GroupKind.CLUSTER).stream()
                    .map(it -> it.at("spec", "backup", "volumeSnapshot", "className")),
                corpus.of(GroupKind.VOLUME_SNAPSHOT).stream()
                    .map(it -> it.at("spec", "volumeSnapshotClassName")))
            .map(NodeValues::text)
            .collect(Collectors.toSet());
    boolean other =
        corpus.of(GroupKind.VOLUME_SNAPSHOT_CLASS).stream().anyMatch(LonghornSnapshotType::keeps);
    for (Resource each : corpus.of(GroupKind.VOLUME_SNAPSHOT_CLASS)) {
      if ("driver.longhorn.io".equals(each.textAt("driver")) && !keeps(each)) {
        check(each, other && !used.contains(each.name()), out.about(each));
      }
    }
  }

  /** Whether a class of Longhorn's leaves its snapshots where the volume is. */
  private static boolean keeps(Resource each) {
    String type = each.textOrEmpty("parameters", "type");
    return "driver.longhorn.io".equals(each.textAt("driver"))
        && !type.isEmpty()
        && !type.equals("bak");
  }

  private static void check(Resource each, boolean spare, Findings out) {
    Node written = each.at("parameters", "type");
    Node at = written == null ? each.nearest("parameters") : written;
    boolean said = "bak".equals(NodeValues.text(written));
    String is = "`type` is `bak`" + (said ? "" : " where it is not set");
    if (said && each.textAt("metadata", "labels", VELERO) != null) {
      out.unverifiable(
          at, is + ", and the class is labelled for Velero", "see that no clone uses it");
    } else if (spare) {
      out.unverifiable(
          at, is + ", and another class keeps snapshots", "see that no clone uses this one");
    } else {
      out.add(at, is);
    }
  }
}
