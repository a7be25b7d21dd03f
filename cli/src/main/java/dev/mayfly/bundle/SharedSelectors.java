package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.kubernetes.LabelSelector;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.MapNode.Entry;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Beside production whatever selects pods selects the preview's: by a label whose value only the
 * preview has.
 */
final class SharedSelectors implements ObjectCheck {
  private static final Set<String> SELECTORS =
      Set.of("selector", "podSelector", "labelSelector", "endpointSelector");

  /** Where a kind must say which pods it means: nothing there may mean all. */
  private static final Map<String, String[]> REQUIRED =
      Map.of(
          "Service", new String[] {"spec", "selector"},
          "Deployment", new String[] {"spec", "selector"},
          "StatefulSet", new String[] {"spec", "selector"},
          "DaemonSet", new String[] {"spec", "selector"},
          "ReplicaSet", new String[] {"spec", "selector"},
          "PodDisruptionBudget", new String[] {"spec", "selector"},
          "NetworkPolicy", new String[] {"spec", "podSelector"});

  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    String[] required = REQUIRED.get(object.kind());
    if (required != null && !(object.root().at(required) instanceof MapNode)) {
      refuse(object, object.at(required), findings);
    }
    if (object.isFreeForm()) {
      return;
    }
    for (MapNode map : object.maps()) {
      for (Entry entry : map.entries()) {
        if (SELECTORS.contains(entry.key().text())
            && entry.value() instanceof MapNode selector
            && !map.has("namespaceSelector")
            && !isOwn(bundle, selector)) {
          refuse(object, selector.location(), findings);
        }
      }
    }
  }

  private static boolean isOwn(Bundle bundle, MapNode selector) {
    LabelSelector given = new LabelSelector(selector);
    List<Entry> labels = selector.has("matchLabels") ? given.labels() : selector.entries();
    return labels.stream().anyMatch(label -> isOwn(bundle, label.value()))
        || given.expressions().stream().anyMatch(term -> isOwnTerm(bundle, term));
  }

  private static boolean isOwnTerm(Bundle bundle, Node term) {
    List<Node> values = term.itemsAt("values");
    return term.textOrEmpty("operator").equals("In")
        && !values.isEmpty()
        && values.stream().allMatch(value -> isOwn(bundle, value));
  }

  private static boolean isOwn(Bundle bundle, Node value) {
    return value instanceof ScalarNode text && bundle.isOwn(text.text());
  }

  private static void refuse(BundleObject object, Location at, BundleFindings findings) {
    findings.error(
        "shared-selector",
        at,
        object.title() + " selects pods without the pull request's number",
        "select `app.kubernetes.io/instance` by the release's name");
  }
}
