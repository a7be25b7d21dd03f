package dev.mayfly.kubernetes;

import dev.mayfly.kubernetes.FieldType.Field;
import dev.mayfly.kubernetes.FieldType.ListOf;
import dev.mayfly.kubernetes.FieldType.MapOf;
import dev.mayfly.kubernetes.FieldType.Plain;
import dev.mayfly.kubernetes.FieldType.Struct;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields as Go decodes them (Go, {@code encoding/json}): a name counts in any case, and what comes
 * later in the order of the names is decoded over what came before, part by part.
 */
public final class FieldDecoding {
  private FieldDecoding() {}

  /** The object with the names of its kind; where it has no others, what was given. */
  public static Node decode(Node node, FieldType type) {
    return isExact(node, type) ? node : into(null, named(node, type), type);
  }

  /** The same before one of two fields of a name is lost. */
  public static Node named(Node node, FieldType type) {
    if (isExact(node, type)) {
      return node;
    }
    return switch (type) {
      case Struct struct when node instanceof MapNode map -> {
        List<MapNode.Entry> entries = new ArrayList<>();
        for (MapNode.Entry entry : sorted(map)) {
          String name = nameOf(struct, entry.key().text());
          Field field = struct.fields().get(name);
          entries.add(
              new MapNode.Entry(
                  new ScalarNode(name, false, entry.key().location()),
                  field == null ? entry.value() : named(entry.value(), field.type())));
        }
        yield new MapNode(entries, map.location());
      }
      case MapOf(ResourceNames keys, FieldType value) when node instanceof MapNode map ->
          map.changed(it -> named(it, value));
      case ListOf(FieldType item) when node instanceof ListNode list ->
          list.changed(it -> named(it, item));
      default -> node;
    };
  }

  private static List<MapNode.Entry> sorted(MapNode map) {
    return map.entries().stream().sorted(Comparator.comparing(it -> it.key().text())).toList();
  }

  private static boolean isExact(Node node, FieldType type) {
    return switch (type) {
      case Struct struct when node instanceof MapNode map ->
          map.entries().stream()
              .allMatch(it -> {
                String name = nameOf(struct, it.key().text());
                Field field = struct.fields().get(name);
                return name.equals(it.key().text())
                    && (field == null || isExact(it.value(), field.type()));
              });
      case MapOf(ResourceNames keys, FieldType value) when node instanceof MapNode map ->
          map.entries().stream().allMatch(it -> isExact(it.value(), value));
      case ListOf(FieldType item) when node instanceof ListNode list ->
          list.items().stream().allMatch(it -> !FieldPruning.isNull(it) && isExact(it, item));
      default -> true;
    };
  }

  /** The name that is meant; for what no field is meant by, as it is written. */
  private static String nameOf(Struct struct, String written) {
    return struct.fields().containsKey(written)
        ? written
        : struct.fields().keySet().stream()
            .filter(written::equalsIgnoreCase)
            .findFirst()
            .orElse(written);
  }

  private static Node into(@Nullable Node old, Node node, FieldType type) {
    return switch (type) {
      case Struct struct when node instanceof MapNode map -> {
        MapNode result =
            old instanceof MapNode before ? before : new MapNode(List.of(), map.location());
        for (MapNode.Entry entry : map.entries()) {
          String name = entry.key().text();
          Field field = struct.fields().get(name);
          if (field == null || !FieldPruning.isNull(entry.value())) {
            FieldType of = field == null ? Plain.ANYTHING : field.type();
            result = result.with(name, into(result.get(name), entry.value(), of));
          } else if (!(field.type() instanceof Plain)) {
            result = result.without(name);
          }
        }
        yield result;
      }
      case MapOf(ResourceNames keys, FieldType value)
          when node instanceof MapNode map && old instanceof MapNode before -> {
        MapNode result = before;
        for (MapNode.Entry entry : map.entries()) {
          result = result.with(entry.key().text(), into(null, entry.value(), value));
        }
        yield result;
      }
      case Plain plain when plain == Plain.TEXT && FieldPruning.isNull(node) ->
          new ScalarNode("", false, node.location());
      // Also an item is decoded over the one that stood in its place.
      case ListOf(FieldType item) when node instanceof ListNode list -> {
        List<Node> before = old instanceof ListNode was ? was.items() : List.of();
        List<Node> items = new ArrayList<>();
        for (Node each : list.items()) {
          Node was = items.size() < before.size() ? before.get(items.size()) : null;
          items.add(into(was, each, item));
        }
        yield new ListNode(items, list.location());
      }
      default -> node;
    };
  }
}
