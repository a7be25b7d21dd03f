package dev.mayfly.bundle.build;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations of RFC 6902 that say what they do: add, replace, remove; test changes nothing. */
final class JsonPatch {
  private JsonPatch() {}

  /** The patched tree; empty for other operations and for paths that lead nowhere. */
  static Optional<Node> apply(Node root, ListNode operations) {
    Node patched = root;
    for (Node operation : operations.items()) {
      String op = operation.textAt("op");
      String pointer = operation.textAt("path");
      Node value = operation.at("value");
      if (op == null || pointer == null || !pointer.startsWith("/")) {
        return Optional.empty();
      }
      List<String> path =
          Arrays.stream(pointer.substring(1).split("/", -1))
              .map(step -> step.replace("~1", "/").replace("~0", "~"))
              .toList();
      Node next =
          switch (op) {
            case "test" -> patched;
            case "add" -> value == null ? null : put(patched, path, value, true);
            case "replace" -> value == null ? null : put(patched, path, value, false);
            case "remove" -> put(patched, path, null, false);
            default -> null;
          };
      if (next == null) {
        return Optional.empty();
      }
      patched = next;
    }
    return Optional.of(patched);
  }

  private static @Nullable Node put(
      Node node, List<String> path, @Nullable Node value, boolean insert) {
    String step = path.getFirst();
    boolean last = path.size() == 1;
    if (node instanceof MapNode map) {
      Node below = map.get(step);
      if (last) {
        return below == null && !insert ? null : Nodes.with(map, step, value);
      }
      Node child = below == null ? null : put(below, path.subList(1, path.size()), value, insert);
      return child == null ? null : Nodes.with(map, step, child);
    }
    if (!(node instanceof ListNode list)) {
      return null;
    }
    int size = list.items().size();
    int index = step.equals("-") ? size : step.matches("[0-9]{1,6}") ? Integer.parseInt(step) : -1;
    if (last && insert && value != null && index >= 0 && index <= size) {
      List<Node> items = new ArrayList<>(list.items());
      items.add(index, value);
      return new ListNode(items, list.location());
    }
    if (index < 0 || index >= size) {
      return null;
    }
    if (last) {
      return Nodes.with(list, index, value);
    }
    Node child = put(list.items().get(index), path.subList(1, path.size()), value, insert);
    return child == null ? null : Nodes.with(list, index, child);
  }
}
