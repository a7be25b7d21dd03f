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

  /** The map with one entry put in place of the old one, or at its end. */
  static MapNode with(MapNode map, String key, Node value) {
    List<MapNode.Entry> entries = new ArrayList<>();
    boolean found = false;
    for (MapNode.Entry entry : map.entries()) {
      boolean same = entry.key().text().equals(key);
      entries.add(same ? new MapNode.Entry(entry.key(), value) : entry);
      found |= same;
    }
    if (!found) {
      entries.add(new MapNode.Entry(text(key, value.location()), value));
    }
    return new MapNode(entries, map.location());
  }

  /** The map with a value under a path of keys; maps on the way are made where they are missing. */
  static MapNode with(MapNode map, List<String> path, Node value) {
    if (path.size() == 1) {
      return with(map, path.getFirst(), value);
    }
    MapNode below =
        map.get(path.getFirst()) instanceof MapNode child
            ? child
            : new MapNode(List.of(), value.location());
    return with(map, path.getFirst(), with(below, path.subList(1, path.size()), value));
  }

  static List<Node> items(@Nullable Node node) {
    return node instanceof ListNode list ? list.items() : List.of();
  }

  /** Whether a tree holds a null, of which every tool makes something else. */
  static boolean holdsNull(Node node) {
    return switch (node) {
      case MapNode map -> map.entries().stream().anyMatch(entry -> holdsNull(entry.value()));
      case ListNode list -> list.items().stream().anyMatch(Nodes::holdsNull);
      case ScalarNode scalar -> scalar.isNull();
    };
  }
}
