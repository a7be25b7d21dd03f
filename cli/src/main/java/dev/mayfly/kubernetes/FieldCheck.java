package dev.mayfly.kubernetes;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.kubernetes.FieldFault.Why;
import dev.mayfly.kubernetes.FieldType.Field;
import dev.mayfly.kubernetes.FieldType.ListOf;
import dev.mayfly.kubernetes.FieldType.MapOf;
import dev.mayfly.kubernetes.FieldType.OneOf;
import dev.mayfly.kubernetes.FieldType.Plain;
import dev.mayfly.kubernetes.FieldType.Struct;
import dev.mayfly.yaml.GoScalar;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Holds an object against the fields of its kind, read as the API server reads it. */
public final class FieldCheck {
  private final FieldType kind;
  private final Function<ScalarNode, GoScalar> reader;
  private final List<FieldFault> faults = new ArrayList<>();
  private final StringBuilder path;

  private FieldCheck(FieldType kind, Function<ScalarNode, GoScalar> reader, String path) {
    this.kind = kind;
    this.reader = reader;
    this.path = new StringBuilder(path);
  }

  /** Everything that the API server would refuse or drop, in the order of the object. */
  public static List<FieldFault> check(Node object, FieldType type) {
    return check(object, type, "", object, GoScalar::of);
  }

  /**
   * As above, for a part of an object, or one that others read first.
   *
   * @param path what stands before its fields in messages
   * @param owner where to point when one of its own fields is missing
   * @param reader what the API server is given for a scalar
   */
  public static List<FieldFault> check(
      Node part, FieldType type, String path, Node owner, Function<ScalarNode, GoScalar> reader) {
    FieldCheck check = new FieldCheck(type, reader, path);
    check.look(part, type, owner);
    return List.copyOf(check.faults);
  }

  private void look(Node node, FieldType type, Node owner) {
    // The API server drops nulls before it looks at types.
    if (type == Plain.ANYTHING || FieldPruning.isNull(node)) {
      return;
    }
    // No pattern switch: this is asked of every value there is, and one is linked at each start.
    if (type instanceof Struct struct && node instanceof MapNode map) {
      fields(map, struct, owner);
    } else if (type instanceof MapOf entries && node instanceof MapNode map) {
      entries(map, entries);
    } else if (type instanceof ListOf list && node instanceof ListNode items) {
      items(items, list.item());
    } else if (type instanceof Plain plain && node instanceof ScalarNode scalar) {
      plain(scalar, plain);
    } else if (type instanceof OneOf word && node instanceof ScalarNode scalar) {
      word(scalar, word);
    } else {
      mistyped(node, type);
    }
  }

  private void fields(MapNode map, Struct struct, Node owner) {
    for (MapNode.Entry entry : map.entries()) {
      String name = entry.key().text();
      Field field = struct.fields().get(name);
      if (field != null) {
        below(name, entry, field.type());
      } else if (!struct.open()) {
        String of = path.isEmpty() ? "this kind" : "`" + path + "`";
        String hint = FieldHints.unknown(kind, struct, name, path.toString(), map);
        add(Why.UNKNOWN, entry.key(), name, "`" + name + "` is not a field of " + of, hint);
      }
    }
    for (String name : struct.required()) {
      MapNode.Entry entry = map.entry(name);
      if (entry == null || FieldPruning.isNull(entry.value())) {
        String whole = path.isEmpty() ? name : path + "." + name;
        Node at = entry == null ? owner : entry.key();
        add(Why.MISSING, at, name, "`" + whole + "` is missing", "");
      }
    }
  }

  private void below(String name, MapNode.Entry entry, FieldType type) {
    int end = path.length();
    path.append(end == 0 ? "" : ".").append(name);
    look(entry.value(), type, entry.key());
    path.setLength(end);
  }

  private void entries(MapNode map, MapOf type) {
    for (MapNode.Entry entry : map.entries()) {
      String name = entry.key().text();
      if (type.keys().take(name)) {
        below(name, entry, type.value());
      } else {
        add(
            Why.UNKNOWN,
            entry.key(),
            name,
            "`" + name + "` is not a resource that `" + path + "` can name",
            NearMiss.hint(name, type.keys().words()));
      }
    }
  }

  private void items(ListNode list, FieldType type) {
    int end = path.length();
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      path.append('[').append(i).append(']');
      look(item, type, first(item));
      path.setLength(end);
    }
  }

  private static Node first(Node item) {
    return item instanceof MapNode map && !map.entries().isEmpty()
        ? map.entries().getFirst().key()
        : item;
  }

  private void plain(ScalarNode scalar, Plain type) {
    GoScalar value = reader.apply(scalar);
    if (!type.takes(value)) {
      mistyped(scalar, type);
    } else if (type.isQuantity()
        && value instanceof GoScalar.Text(String text)
        && !Quantity.isOne(text)) {
      add(
          Why.NOT_ALLOWED,
          scalar,
          "",
          "`" + path + "` is not a quantity",
          FieldHints.quantity(text));
    }
  }

  private void word(ScalarNode scalar, OneOf type) {
    if (!(reader.apply(scalar) instanceof GoScalar.Text(String text))) {
      mistyped(scalar, type);
    } else if (!type.words().contains(text)) {
      add(
          Why.NOT_ALLOWED,
          scalar,
          "",
          "`" + path + "` is not " + type.title(),
          FieldHints.word(text, type.said()));
    }
  }

  private void mistyped(Node node, FieldType type) {
    boolean quoted =
        node instanceof ScalarNode scalar
            && (type == Plain.TEXT
                || (type instanceof OneOf(List<String> words) && words.contains(scalar.text())));
    add(
        quoted ? Why.UNQUOTED : Why.WRONG_TYPE,
        node,
        "",
        "`" + path + "` is " + found(node) + ", not " + type.title(),
        FieldHints.type(type, node));
  }

  /**
   * @param name what the path lacks; empty where the field itself is meant
   */
  private void add(Why why, Node at, String name, String message, String hint) {
    String dot = path.isEmpty() || name.isEmpty() ? "" : ".";
    faults.add(new FieldFault(why, at, path + dot + name, message, hint));
  }

  private String found(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      return node.describe();
    }
    return switch (reader.apply(scalar)) {
      case GoScalar.Text ignored -> "a string";
      case GoScalar.Number number -> number.isInteger() ? "an integer" : "a number";
      case GoScalar.Flag ignored -> "a boolean";
      case GoScalar.Nothing ignored -> "null";
    };
  }
}
