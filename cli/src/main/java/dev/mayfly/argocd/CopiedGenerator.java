package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The second generator of a matrix, filled in with what one set of the first one holds. Argo CD's
 * copy of it makes empty maps and lists of those that are not given, and three generators tell the
 * one from the other ({@code RenderGeneratorParams} in {@code applicationset/utils/utils.go}).
 */
record CopiedGenerator(GeneratorContext context, GoValue.Entries outer) {
  Node of(String name, Node generator) throws GeneratorStop {
    List<MapNode.Entry> entries = new ArrayList<>();
    for (MapNode.Entry entry : ((MapNode) generator).entries()) {
      String key = entry.key().text();
      // A nested one has no other fields, so that its template is not even filled in.
      if (!isNesting(name) || key.equals("generators") || key.equals("mergeKeys")) {
        entries.add(new MapNode.Entry(entry.key(), part(name, key, entry.value())));
      }
    }
    MapNode copy = new MapNode(entries, generator.location());
    return switch (name) {
      case "clusterDecisionResource" -> selecting(copy);
      case "scmProvider" -> filtering(copy);
      case "plugin" -> given(copy);
      default -> copy;
    };
  }

  private static boolean isNesting(String name) {
    return GeneratorKind.NESTING.contains(name);
  }

  /** {@code values} may wait for parameters that only the generator itself brings. */
  private Node part(String name, String key, Node value) throws GeneratorStop {
    if (key.equals("values") && value instanceof MapNode map && context.argoCd().isAtLeast(3, 4)) {
      return map.changed(
          it -> it instanceof ScalarNode text ? context.rendering().resolved(text, outer) : it);
    }
    return isNesting(name) && key.equals("generators") && value instanceof ListNode list
        ? list.changed(it -> it instanceof MapNode map ? nested(map) : it)
        : context.rendering().render(value, outer);
  }

  private Node nested(MapNode entry) throws GeneratorStop {
    List<MapNode.Entry> entries = new ArrayList<>();
    for (MapNode.Entry each : entry.entries()) {
      String name = each.key().text();
      boolean copied = GeneratorKind.ALL.contains(name) && each.value() instanceof MapNode;
      Node value =
          copied ? of(name, each.value()) : context.rendering().render(each.value(), outer);
      entries.add(new MapNode.Entry(each.key(), value));
    }
    return new MapNode(entries, entry.location());
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
    return generator.get("filters") instanceof ListNode filters
        ? generator.with(
            "filters",
            filters.changed(
                it -> it instanceof MapNode map ? withEmpty(map, "pathsExist", list(map)) : it))
        : generator;
  }

  private static Node given(MapNode generator) {
    MapNode none = new MapNode(List.of(), generator.location());
    MapNode input = generator.get("input") instanceof MapNode map ? map : none;
    return generator.with("input", withEmpty(input, "parameters", none));
  }

  private static MapNode withEmpty(MapNode map, String key, Node empty) {
    Node written = map.get(key);
    return written == null || written.isNull() ? map.with(key, empty) : map;
  }

  private static ListNode list(Node at) {
    return new ListNode(List.of(), at.location());
  }
}
