package dev.mayfly.bundle.build;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code labels} of a kustomization, with selectors for the kinds that most bundles have
 * (kustomize source, api/internal/konfig/builtinpluginconsts).
 */
final class PlainLabels {
  private static final List<String> METADATA = List.of("metadata", "labels");
  private static final Map<String, List<List<String>>> SELECTORS =
      Map.of(
          "Service", List.of(List.of("spec", "selector")),
          "Deployment",
              List.of(
                  List.of("spec", "selector", "matchLabels"),
                  List.of("spec", "template", "metadata", "labels")));

  private PlainLabels() {}

  /** The labelled object; empty where that is left to kustomize. */
  static Optional<MapNode> apply(MapNode object, MapNode pairs, boolean selectors) {
    List<List<String>> paths = new ArrayList<>(List.of(METADATA));
    if (selectors) {
      paths.addAll(SELECTORS.getOrDefault(String.valueOf(object.textAt("kind")), List.of()));
    }
    MapNode labelled = object;
    for (List<String> path : paths) {
      if (!isFree(object, path)) {
        return Optional.empty();
      }
      for (MapNode.Entry pair : pairs.entries()) {
        List<String> key = new ArrayList<>(path);
        key.add(pair.key().text());
        labelled = labelled.with(key, pair.value());
      }
    }
    return Optional.of(labelled);
  }

  /** Whether each step is a map or is not there yet. */
  private static boolean isFree(MapNode object, List<String> path) {
    for (int i = 1; i <= path.size(); i++) {
      Node node = object.at(path.subList(0, i).toArray(String[]::new));
      if (node != null && !(node instanceof MapNode)) {
        return false;
      }
    }
    return true;
  }
}
