package dev.mayfly.kind;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.kind.FieldFault.Why;
import dev.mayfly.kind.FieldType.Field;
import dev.mayfly.kind.FieldType.ListOf;
import dev.mayfly.kind.FieldType.MapOf;
import dev.mayfly.kind.FieldType.OneOf;
import dev.mayfly.kind.FieldType.Plain;
import dev.mayfly.kind.FieldType.Struct;
import dev.mayfly.yaml.GoScalar;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds an object against the fields of its kind, read as the API server reads it. */
public final class FieldCheck {
  private final List<FieldFault> faults = new ArrayList<>();

  private FieldCheck() {}

  /** Everything that the API server would refuse or drop, in the order of the object. */
  public static List<FieldFault> check(Node object, FieldType type) {
    return check(object, type, "");
  }

  /** As above, for a part of an object: what stands before its fields in messages. */
  public static List<FieldFault> check(Node part, FieldType type, String path) {
    FieldCheck check = new FieldCheck();
    check.look(part, type, path);
    return List.copyOf(check.faults);
  }

  private void look(Node node, FieldType type, String path) {
    // The API server drops nulls before it looks at types.
    if (type == Plain.ANYTHING || FieldPruning.isNull(node)) {
      return;
    }
    switch (type) {
      case Struct struct when node instanceof MapNode map -> fields(map, struct, path);
      case MapOf(FieldType value) when node instanceof MapNode map ->
          map.entries().forEach(e -> look(e.value(), value, below(path, e.key().text())));
      case ListOf(FieldType item) when node instanceof ListNode list -> {
        for (int i = 0; i < list.items().size(); i++) {
          look(list.items().get(i), item, path + "[" + i + "]");
        }
      }
      case Plain plain when node instanceof ScalarNode scalar && takes(plain, scalar) -> {}
      case OneOf(List<String> words)
          when node instanceof ScalarNode scalar
              && GoScalar.of(scalar) instanceof GoScalar.Text(String text) -> {
        if (!words.contains(text)) {
          add(Why.NOT_ALLOWED, node, path, "is not " + type.title(), NearMiss.hint(text, words));
        }
      }
      default ->
          add(
              Why.WRONG_TYPE,
              node,
              path,
              "is " + found(node) + ", not " + type.title(),
              hint(type));
    }
  }

  private void fields(MapNode map, Struct struct, String path) {
    for (MapNode.Entry entry : map.entries()) {
      String name = entry.key().text();
      Field field = struct.fields().get(name);
      if (field != null) {
        look(entry.value(), field.type(), below(path, name));
      } else if (!struct.open()) {
        add(
            Why.UNKNOWN,
            entry.key(),
            below(path, name),
            "is no field of " + (path.isEmpty() ? "this kind" : "`" + path + "`"),
            NearMiss.hint(name, List.copyOf(struct.fields().keySet())));
      }
    }
    for (Map.Entry<String, Field> field : struct.fields().entrySet()) {
      Node value = map.get(field.getKey());
      if (field.getValue().required() && (value == null || FieldPruning.isNull(value))) {
        add(Why.MISSING, map, below(path, field.getKey()), "is missing", "");
      }
    }
  }

  private void add(Why why, Node at, String path, String message, String hint) {
    faults.add(new FieldFault(why, at.location(), path, "`" + path + "` " + message, hint));
  }

  private static boolean takes(Plain type, ScalarNode scalar) {
    return switch (GoScalar.of(scalar)) {
      case GoScalar.Text ignored ->
          type == Plain.TEXT || type == Plain.INT_OR_TEXT || type == Plain.QUANTITY;
      case GoScalar.Number number ->
          type == Plain.NUMBER
              || type == Plain.QUANTITY
              || (number.isInteger() && (type == Plain.INTEGER || type == Plain.INT_OR_TEXT));
      case GoScalar.Flag ignored -> type == Plain.BOOLEAN;
      case GoScalar.Nothing ignored -> true;
    };
  }

  private static String found(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      return node.describe();
    }
    return switch (GoScalar.of(scalar)) {
      case GoScalar.Text ignored -> "a string";
      case GoScalar.Number number -> number.isInteger() ? "an integer" : "a number";
      case GoScalar.Flag ignored -> "a boolean";
      case GoScalar.Nothing ignored -> "null";
    };
  }

  private static String hint(FieldType type) {
    return switch (type) {
      case OneOf ignored -> "quote it";
      case Plain.TEXT -> "quote it";
      case Plain.INTEGER, Plain.BOOLEAN, Plain.NUMBER -> "write it without quotes";
      default -> "";
    };
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
