package dev.mayfly.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes values of one type out of nodes; a value of another type counts as absent. Plain loops and
 * no pattern switches: rules walk every object here some dozens of times.
 */
public final class NodeValues {
  private NodeValues() {}

  public static List<Node> items(@Nullable Node node) {
    return node instanceof ListNode list ? list.items() : List.of();
  }

  public static List<MapNode> maps(@Nullable Node node) {
    return only(MapNode.class, node);
  }

  public static List<ScalarNode> texts(@Nullable Node node) {
    return only(ScalarNode.class, node);
  }

  private static <T extends Node> List<T> only(Class<T> type, @Nullable Node node) {
    List<Node> items = items(node);
    if (items.isEmpty()) {
      return List.of();
    }
    List<T> found = new ArrayList<>(items.size());
    for (Node item : items) {
      if (type.isInstance(item)) {
        found.add(type.cast(item));
      }
    }
    return found;
  }

  /** The items of a list of strings, as Go reads it: what is no string is the empty one. */
  public static List<String> strings(@Nullable Node node) {
    return items(node).stream().map(NodeValues::text).toList();
  }

  public static List<MapNode.Entry> entries(@Nullable Node node) {
    return node instanceof MapNode map ? map.entries() : List.of();
  }

  /** Whether the value is there and says something: no null, no empty map, list or text. */
  public static boolean isSet(@Nullable Node node) {
    return node instanceof MapNode map
        ? !map.entries().isEmpty()
        : node instanceof ListNode list
            ? !list.items().isEmpty()
            : node instanceof ScalarNode scalar && !scalar.isNull() && !scalar.text().isEmpty();
  }

  /** Whether a text is given that says nothing; what is missing is no such text. */
  public static boolean isEmpty(@Nullable Node node) {
    return node instanceof ScalarNode scalar && !scalar.isNull() && scalar.text().isEmpty();
  }

  /** Whether Go takes the value for one that was not given: {@code false}, 0, and what is empty. */
  public static boolean isZero(@Nullable Node node) {
    return switch (node) {
      case null -> true;
      case MapNode map -> map.entries().stream().allMatch(it -> isZero(it.value()));
      case ListNode list -> list.items().isEmpty();
      case ScalarNode scalar -> !isSet(scalar) || isFalse(scalar) || scalar.text().equals("0");
    };
  }

  public static boolean isTrue(@Nullable Node node) {
    return node instanceof ScalarNode scalar
        && scalar.type() == ScalarType.BOOLEAN
        && scalar.text().equalsIgnoreCase("true");
  }

  public static boolean isFalse(@Nullable Node node) {
    return node instanceof ScalarNode scalar
        && scalar.type() == ScalarType.BOOLEAN
        && scalar.text().equalsIgnoreCase("false");
  }

  /** Every map of a tree, each before what it holds. */
  public static List<MapNode> allMaps(Node node) {
    List<MapNode> found = new ArrayList<>();
    collectMaps(node, found);
    return found;
  }

  private static void collectMaps(Node node, List<MapNode> found) {
    if (node instanceof MapNode map) {
      found.add(map);
      for (MapNode.Entry entry : map.entries()) {
        collectMaps(entry.value(), found);
      }
    }
    for (Node item : items(node)) {
      collectMaps(item, found);
    }
  }

  /** Every scalar below a node, keys too, in the order written. */
  public static List<ScalarNode> scalars(@Nullable Node node) {
    List<ScalarNode> found = new ArrayList<>();
    collect(node, found);
    return found;
  }

  private static void collect(@Nullable Node node, List<ScalarNode> found) {
    if (node instanceof ScalarNode scalar) {
      found.add(scalar);
    } else if (node instanceof ListNode list) {
      for (Node item : list.items()) {
        collect(item, found);
      }
    } else if (node instanceof MapNode map) {
      for (MapNode.Entry entry : map.entries()) {
        found.add(entry.key());
        collect(entry.value(), found);
      }
    }
  }

  /** The text of a scalar, empty for anything else. */
  public static String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : "";
  }
}
