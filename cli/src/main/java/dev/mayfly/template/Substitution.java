package dev.mayfly.template;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.template.Placeholders.Characters;
import dev.mayfly.template.Placeholders.Piece;
import dev.mayfly.template.Placeholders.Placeholder;
import dev.mayfly.template.Trust.Place;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.ScalarType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One walk over a tree that replaces placeholders by values of a scope. */
final class Substitution {
  private final Scope scope;
  private final Problems problems;
  private final boolean anyType;
  private final Set<String> used = new HashSet<>();

  /** With {@code anyType} null and fractions may stand in the tree. */
  Substitution(Scope scope, Problems problems, boolean anyType) {
    this.scope = scope;
    this.problems = problems;
    this.anyType = anyType;
  }

  Set<String> used() {
    return used;
  }

  Value value(Node node, Place place) {
    if (node instanceof MapNode map) {
      return fields(map, place);
    }
    return node instanceof ListNode list ? items(list, place) : scalar((ScalarNode) node, place);
  }

  private Value fields(MapNode map, Place place) {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (MapNode.Entry entry : map.entries()) {
      String key = key(entry.key());
      Value value = value(entry.value(), place.under(key));
      if (!(value instanceof Value.Absent) && entries.put(key, value) != null) {
        problems.error(
            "duplicate-key", entry.key().location(), "the key `" + key + "` comes out twice");
      }
    }
    return new Value.Fields(entries);
  }

  private Value items(ListNode list, Place place) {
    List<Value> items = new ArrayList<>();
    for (Node item : list.items()) {
      Value value = value(item, place);
      if (!(value instanceof Value.Absent)) {
        items.add(value);
      }
    }
    return new Value.Items(items);
  }

  private String key(ScalarNode key) {
    if (key.isAmbiguous() || key.plain() && key.type() != ScalarType.STRING) {
      problems.error(
          "key-type",
          key.location(),
          "the key `" + key.text() + "` is not a string to every YAML reader",
          "put it in quotes: `\"" + key.text() + "\"`");
      return key.text();
    }
    Value value = scalar(key, Place.ELSEWHERE);
    if (value instanceof Value.Str(Text text) && text.literal().isPresent()) {
      return text.literal().get();
    }
    if (value instanceof Value.Absent) {
      return key.text(); // said already
    }
    if (!(value instanceof Value.Str)) {
      problems.error(
          "scalar-type",
          key.location(),
          "the key `" + key.text() + "` is not a string",
          "put it in quotes");
      return key.text();
    }
    problems.error(
        "key-depends-on-pull-request",
        key.location(),
        "a key must be a string that no pull request decides");
    return key.text();
  }

  private Value scalar(ScalarNode scalar, Place place) {
    List<Piece> pieces = Placeholders.split(scalar, problems);
    if (pieces.size() == 1 && pieces.getFirst() instanceof Placeholder whole) {
      return lookUp(whole, place);
    }
    if (pieces.stream().noneMatch(Placeholder.class::isInstance)) {
      return literal(scalar, pieces);
    }
    Text text = Text.of("");
    for (Piece piece : pieces) {
      text =
          piece instanceof Characters(String characters)
              ? text.plus(characters)
              : text.plus(part((Placeholder) piece, place));
    }
    return Value.of(text);
  }

  /** A scalar without placeholders keeps the type that it was written with. */
  private Value literal(ScalarNode scalar, List<Piece> pieces) {
    String text = pieces.isEmpty() ? "" : ((Characters) pieces.getFirst()).text();
    return Literals.of(scalar, text, anyType, problems);
  }

  private Text part(Placeholder placeholder, Place place) {
    Value value = lookUp(placeholder, place);
    if (value instanceof Value.Str(Text text)) {
      return text;
    }
    if (value instanceof Value.Num(long number)) {
      return Text.of(Long.toString(number));
    }
    problems.error(
        "value-in-text",
        placeholder.location(),
        "`"
            + placeholder.key()
            + "` is not a string or number, so it cannot be part of a longer text",
        "let the placeholder be the whole value");
    return Text.of("");
  }

  private Value lookUp(Placeholder placeholder, Place place) {
    String key = placeholder.key();
    used.add(key);
    Value value = scope.get(key);
    if (value == null) {
      problems.error(
          "missing-key",
          placeholder.location(),
          "the value of `" + key + "` is missing",
          NearMiss.hint(key, scope.keys()));
      return Value.of("");
    }
    if (place != Place.ANNOTATIONS && (Trust.isUntrusted(key) || value.isUntrusted())) {
      problems.add(untrusted(key, placeholder.location()));
    }
    return value;
  }

  private static Problem untrusted(String key, Location location) {
    return Problem.error(
        "untrusted-key",
        location,
        "`" + key + "` is text that anyone who opens a pull request can choose",
        "only the value of an annotation may take it; build names from pr.number and app.name");
  }
}
