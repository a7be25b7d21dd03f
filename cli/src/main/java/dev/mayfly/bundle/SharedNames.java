package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Beside production every name and every selector carries the pull request's number, so that none
 * can be production's own.
 */
final class SharedNames implements BundleCheck {
  /** Where each kind says which pods it means. */
  private static final Map<String, String[]> SELECTORS =
      Map.of(
          "Service", new String[] {"spec", "selector"},
          "Deployment", new String[] {"spec", "selector", "matchLabels"},
          "StatefulSet", new String[] {"spec", "selector", "matchLabels"},
          "DaemonSet", new String[] {"spec", "selector", "matchLabels"},
          "ReplicaSet", new String[] {"spec", "selector", "matchLabels"},
          "PodDisruptionBudget", new String[] {"spec", "selector", "matchLabels"},
          "NetworkPolicy", new String[] {"spec", "podSelector", "matchLabels"});

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    if (!bundle.isShared()) {
      return;
    }
    for (BundleObject object : bundle.objects()) {
      if (!bundle.isOwn(object.name())) {
        findings.error(
            "shared-name",
            object.at("metadata", "name"),
            object.title() + " does not carry the pull request's number",
            "begin its name with the release's: production lives in the same namespace");
      }
      String[] path = SELECTORS.get(object.kind());
      if (path != null) {
        selector(bundle, object, path, findings);
      }
    }
  }

  private static void selector(
      Bundle bundle, BundleObject object, String[] path, BundleFindings findings) {
    @Nullable Node selector = object.root().at(path);
    boolean own =
        selector instanceof MapNode labels
            && labels.entries().stream()
                .anyMatch(
                    label ->
                        label.value() instanceof ScalarNode value && bundle.isOwn(value.text()));
    if (!own) {
      findings.error(
          "shared-selector",
          object.at(path),
          object.title() + " selects pods without the pull request's number",
          "select `app.kubernetes.io/instance` by the release's name");
    }
  }
}
