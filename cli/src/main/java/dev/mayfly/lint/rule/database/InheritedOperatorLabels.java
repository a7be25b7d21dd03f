package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.platform.Targets;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;
import java.util.Set;

/** Inherited labels make snapshot backups hang. */
public final class InheritedOperatorLabels implements DocumentRule {
  private static final Set<String> KEYS =
      Set.of(
          "app.kubernetes.io/managed-by", "app.kubernetes.io/name", "app.kubernetes.io/component");

  @Override
  public void check(Resource resource, Findings out) {
    boolean snapshots = NodeValues.isSet(resource.at("spec", "backup", "volumeSnapshot"));
    if (!snapshots || !out.targets().cloudNativePg().isAtLeast(1, 28)) {
      return;
    }
    for (MapNode.Entry label :
        NodeValues.entries(resource.at("spec", "inheritedMetadata", "labels"))) {
      if (KEYS.contains(label.key().text())) {
        out.add(
            Targets.Part.CLOUD_NATIVE_PG,
            label.key(),
            "`" + label.key().text() + "` belongs to the operator");
      }
    }
  }
}
