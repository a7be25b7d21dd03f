package dev.mayfly.argocd;

import dev.mayfly.yaml.GoScalar;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A manifest in one form whatever wrote it: keys sorted, without what Go leaves out because it is
 * empty, and without what every Application has.
 */
final class PlainJson {
  private PlainJson() {}

  static String of(Node manifest) {
    MapNode map = (MapNode) manifest;
    SortedMap<String, String> parts = new TreeMap<>();
    for (String part : new String[] {"metadata", "spec"}) {
      Node value = map.get(part);
      parts.put(part, value == null ? "" : write(value, ""));
    }
    return parts.toString();
  }

  private static String write(Node node, String key) {
    boolean free = key.equals("valuesObject");
    return switch (node) {
      case MapNode map -> {
        SortedMap<String, String> all = new TreeMap<>();
        for (MapNode.Entry entry : map.entries()) {
          String name = entry.key().text();
          boolean text = key.equals("annotations") || key.equals("labels");
          String value = write(entry.value(), free ? "valuesObject" : name);
          if (free || text || !value.isEmpty()) {
            all.put(name, value);
          }
        }
        yield all.isEmpty() && !free ? "" : all.toString();
      }
      case ListNode list ->
          list.items().isEmpty() && !free
              ? ""
              : list.items().stream()
                  .map(item -> write(item, key))
                  .collect(Collectors.joining(", ", "[", "]"));
      case ScalarNode scalar ->
          switch (GoScalar.of(scalar)) {
            case GoScalar.Nothing ignored -> free ? "null" : "";
            case GoScalar.Flag(boolean flag) -> flag ? "true" : free ? "false" : "";
            case GoScalar.Number(double number) -> number == 0 && !free ? "" : "#" + number;
            case GoScalar.Text(String text) -> text.isEmpty() && !free ? "" : "'" + text + "'";
          };
    };
  }
}
