package dev.mayfly.golden;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Documents as values, without positions. */
final class PlainTrees {
  private PlainTrees() {}

  static Node read(String path, String text) {
    return new YamlReader(Budget.ADMIN)
        .read(path, text.getBytes(StandardCharsets.UTF_8))
        .single(Fault.RENDERING);
  }

  static Tree of(Node node) {
    return switch (node) {
      case MapNode map -> {
        Map<String, Tree> entries = new LinkedHashMap<>();
        map.entries().forEach(entry -> entries.put(entry.key().text(), of(entry.value())));
        yield new Tree.Mapping(entries);
      }
      case ListNode list -> new Tree.Sequence(list.items().stream().map(PlainTrees::of).toList());
      case ScalarNode scalar ->
          switch (scalar.type()) {
            case STRING -> new Tree.Text(scalar.text());
            case INTEGER -> new Tree.Number(Long.parseLong(scalar.text()));
            case BOOLEAN -> new Tree.Bool(scalar.text().equals("true"));
            case NULL, FLOAT -> throw new AssertionError("never rendered: " + scalar);
          };
    };
  }

  /** Every scalar of a document with the keys that lead to it. */
  static void scalars(Node node, BiConsumer<List<String>, ScalarNode> visitor) {
    scalars(node, List.of(), visitor);
  }

  private static void scalars(
      Node node, List<String> path, BiConsumer<List<String>, ScalarNode> visitor) {
    switch (node) {
      case MapNode map ->
          map.entries().forEach(e -> scalars(e.value(), plus(path, e.key().text()), visitor));
      case ListNode list -> list.items().forEach(item -> scalars(item, path, visitor));
      case ScalarNode scalar -> visitor.accept(path, scalar);
    }
  }

  private static List<String> plus(List<String> path, String key) {
    return java.util.stream.Stream.concat(path.stream(), java.util.stream.Stream.of(key)).toList();
  }
}
