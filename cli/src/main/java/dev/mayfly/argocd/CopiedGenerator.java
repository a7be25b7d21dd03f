package dev.mayfly.argocd;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;

/**
 * The second generator of a matrix as Argo CD has it after filling in the first one's parameters:
 * its copy makes empty maps and lists of those that are not given ({@code deeplyReplace} in {@code
 * applicationset/utils/utils.go}). Two generators tell the one from the other.
 */
final class CopiedGenerator {
  private CopiedGenerator() {}

  static Node of(String name, Node generator) {
    return switch (generator) {
      case MapNode map when name.equals("clusterDecisionResource") -> selecting(map);
      case MapNode map when name.equals("scmProvider") -> filtering(map);
      default -> generator;
    };
  }

  /** So a generator with a {@code name} asks for labels too, which it must not. */
  private static Node selecting(MapNode generator) {
    MapNode none = new MapNode(List.of(), generator.location());
    MapNode selector = generator.get("labelSelector") instanceof MapNode map ? map : none;
    return generator.with(
        "labelSelector",
        withEmpty(withEmpty(selector, "matchLabels", none), "matchExpressions", list(generator)));
  }

  /** So every filter is one about branches, of which one has to hold. */
  private static Node filtering(MapNode generator) {
    if (!(generator.get("filters") instanceof ListNode filters)) {
      return generator;
    }
    List<Node> items =
        filters.items().stream()
            .map(it -> it instanceof MapNode map ? withEmpty(map, "pathsExist", list(map)) : it)
            .toList();
    return generator.with("filters", new ListNode(items, filters.location()));
  }

  private static MapNode withEmpty(MapNode map, String key, Node empty) {
    Node written = map.get(key);
    return written == null || written.isNull() ? map.with(key, empty) : map;
  }

  private static ListNode list(Node at) {
    return new ListNode(List.of(), at.location());
  }
}
