package dev.mayfly.bundle.build;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of parsed trees with a part changed; what is kept keeps its place in its source. */
final class Nodes {
  private Nodes() {}

  static ScalarNode text(String text, Location at) {
    return new ScalarNode(text, false, at);
  }

  /** The map with one entry put in place of the old one, or at its end; null takes it away. */
  static MapNode with(MapNode map, String key, @Nullable Node value) {
    List<MapNode.Entry> entries = new ArrayList<>();
    boolean found = false;
    for (MapNode.Entry entry : map.entries()) {
      if (!entry.key().text().equals(key)) {
        entries.add(entry);
      } else if (value != null) {
        entries.add(new MapNode.Entry(entry.key(), value));
        found = true;
      }
    }
    if (!found && value != null) {
      entries.add(new MapNode.Entry(text(key, value.location()), value));
    }
    return new MapNode(entries, map.location());
  }

  /**
   * The tree with a value under a path of keys; maps on the way are made where they are missing.
   */
  static Node with(Node node, List<String> path, Node value) {
    if (path.isEmpty()) {
      return value;
    }
    MapNode map = node instanceof MapNode m ? m : new MapNode(List.of(), value.location());
    Node below = map.get(path.getFirst());
    Node child = below == null ? new MapNode(List.of(), value.location()) : below;
    return with(map, path.getFirst(), with(child, path.subList(1, path.size()), value));
  }

  static ListNode with(ListNode list, int index, @Nullable Node value) {
    List<Node> items = new ArrayList<>(list.items());
    if (value == null) {
      items.remove(index);
    } else {
      items.set(index, value);
    }
    return new ListNode(items, list.location());
  }

  static List<Node> items(@Nullable Node node) {
    return node instanceof ListNode list ? list.items() : List.of();
  }
}
