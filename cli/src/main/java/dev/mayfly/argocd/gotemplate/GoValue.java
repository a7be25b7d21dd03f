package dev.mayfly.argocd.gotemplate;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A value of a template, with as much of its Go type as a template can feel. */
public sealed interface GoValue
    permits GoValue.Nil,
        GoValue.Absent,
        GoValue.Text,
        GoValue.Bool,
        GoValue.Whole,
        GoValue.Fraction,
        GoValue.Items,
        GoValue.Entries,
        GoObject {
  /** A nil interface, such as YAML's null. */
  record Nil() implements GoValue {}

  /** What reading a missing key gives under {@link MissingKey#INVALID}. */
  record Absent() implements GoValue {}

  record Text(String value) implements GoValue {}

  record Bool(boolean value) implements GoValue {}

  /**
   * An {@code int}, or as sprig's arithmetic gives it an {@code int64}.
   *
   * @param wide whether it is an {@code int64}
   */
  record Whole(long value, boolean wide) implements GoValue {}

  /** A {@code float64}, which is also what every number of a file becomes. */
  record Fraction(double value) implements GoValue {}

  /**
   * A slice.
   *
   * @param element the Go type of its items
   */
  record Items(List<GoValue> values, String element) implements GoValue {
    private static final String ANY = "interface {}";
    private static final String TEXT = "string";
    private static final String MAP = "map[string]interface {}";

    public Items {
      values = List.copyOf(values);
    }

    /** Whether it is a {@code []any}. */
    public boolean isOfAny() {
      return element.equals(ANY);
    }
  }

  /**
   * A map with string keys, which only a template that made it may change.
   *
   * @param ofText {@code map[string]string} rather than {@code map[string]any}
   */
  record Entries(SortedMap<String, GoValue> values, boolean ofText) implements GoValue {
    public Entries {
      if (!(values instanceof OwnMap)) {
        values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
      }
    }

    /**
     * For the last text that sees its parameters: it may change their own map, and not the maps in
     * it, as other Applications may share those.
     */
    public Entries own() {
      return new Entries(new OwnMap(values), ofText);
    }
  }

  GoValue NIL = new Nil();
  GoValue ABSENT = new Absent();

  static GoValue of(String text) {
    return new Text(text);
  }

  static GoValue of(boolean value) {
    return new Bool(value);
  }

  static GoValue of(long value) {
    return new Whole(value, false);
  }

  static GoValue texts(List<String> texts) {
    return new Items(texts.stream().map(GoValue::of).toList(), Items.TEXT);
  }

  static GoValue list(List<GoValue> values) {
    return new Items(values, Items.ANY);
  }

  /** A {@code []map[string]any}. */
  static GoValue maps(List<Entries> maps) {
    return new Items(List.copyOf(maps), Items.MAP);
  }

  static Entries map(SortedMap<String, GoValue> values) {
    return new Entries(values, false);
  }

  static Entries map() {
    return map(new TreeMap<>());
  }

  static Entries texts(Map<String, String> texts) {
    SortedMap<String, GoValue> values = new TreeMap<>();
    texts.forEach((key, text) -> values.put(key, of(text)));
    return new Entries(values, true);
  }

  /** What {@code if} takes it for: zero and empty values are false. */
  default boolean isTrue() {
    return switch (this) {
      case Nil ignored -> false;
      case Absent ignored -> false;
      case Text(String value) -> !value.isEmpty();
      case Bool(boolean value) -> value;
      case Whole(long value, boolean ignored) -> value != 0;
      case Fraction(double value) -> value != 0;
      case Items(List<GoValue> values, String ignored) -> !values.isEmpty();
      case Entries(SortedMap<String, GoValue> values, boolean ignored) -> !values.isEmpty();
      case UnsignedNumber(long value) -> value != 0;
      // A struct is true, and a map where it holds something.
      case PluginInput(String type, GoValue json) -> type.equals("v1.JSON") || json.isTrue();
      case GoObject ignored -> true;
    };
  }

  /** As Go's {@code %v} prints it; cut where it would grow without bound. */
  default String printed() {
    try {
      return Meter.print(this);
    } catch (TemplateStop tooLong) {
      return "";
    }
  }

  default boolean isNil() {
    return this instanceof Nil || this instanceof Absent;
  }

  /** Its Go type, as error messages and {@code typeOf} name it. */
  default String type() {
    return switch (this) {
      case Nil ignored -> "<nil>";
      case Absent ignored -> "<nil>";
      case Text ignored -> "string";
      case Bool ignored -> "bool";
      case Whole(long ignored, boolean wide) -> wide ? "int64" : "int";
      case Fraction ignored -> "float64";
      case Items(List<GoValue> ignored, String element) -> "[]" + element;
      case Entries(SortedMap<String, GoValue> ignored, boolean ofText) ->
          ofText ? "map[string]string" : "map[string]interface {}";
      case GoObject object -> object.goType();
    };
  }
}
