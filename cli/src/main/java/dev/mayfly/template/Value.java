package dev.mayfly.template;

import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.YamlWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a placeholder can take, and what a rendered template is made of. */
public sealed interface Value {
  /** Does any part depend on text that an outsider chooses? */
  default boolean isUntrusted() {
    return this instanceof Str(Text text) && text.isUntrusted()
        || this instanceof Embedded(Fields document) && document.isUntrusted()
        || this instanceof Items(List<Value> items) && items.stream().anyMatch(Value::isUntrusted)
        || this instanceof Fields(Map<String, Value> entries)
            && entries.values().stream().anyMatch(Value::isUntrusted);
  }

  /** The tree to write, with every hole filled. */
  Tree bind(Binding binding);

  record Str(Text text) implements Value {
    @Override
    public Tree bind(Binding binding) {
      return binding.string(text);
    }
  }

  record Num(long value) implements Value {
    @Override
    public Tree bind(Binding binding) {
      return new Tree.Number(value);
    }
  }

  record Bool(boolean value) implements Value {
    @Override
    public Tree bind(Binding binding) {
      return new Tree.Bool(value);
    }
  }

  /** A number with a fraction. */
  record Decimal(BigDecimal value) implements Value {
    @Override
    public Tree bind(Binding binding) {
      return new Tree.Decimal(value);
    }
  }

  /** Null itself, which takes a chart's default away. */
  record Null() implements Value {
    @Override
    public Tree bind(Binding binding) {
      return new Tree.Null();
    }
  }

  /** A document inside a string. */
  record Embedded(Fields document) implements Value {
    @Override
    public Tree bind(Binding binding) {
      return new Tree.Text(YamlWriter.write(document.bind(binding)));
    }
  }

  record Items(List<Value> items) implements Value {
    @Override
    public Tree bind(Binding binding) {
      List<Tree> bound = new ArrayList<>(items.size());
      items.forEach(item -> bound.add(item.bind(binding)));
      return new Tree.Sequence(bound);
    }
  }

  record Fields(Map<String, Value> entries) implements Value {
    /** The same with another entry at its end, or in place of the one of the same key. */
    public Fields with(String key, Value value) {
      Map<String, Value> more = new LinkedHashMap<>(entries);
      more.put(key, value);
      return new Fields(more);
    }

    public Fields with(String key, String literal) {
      return with(key, Value.of(literal));
    }

    public Fields with(String key, Text text) {
      return with(key, Value.of(text));
    }

    /** Itself, or nothing at all where it has no entry. */
    public Value orAbsent() {
      return entries.isEmpty() ? ABSENT : this;
    }

    /** What stands below these keys, if all of them are there. */
    public @Nullable Value at(String... path) {
      @Nullable Value value = this;
      for (String key : path) {
        value = value instanceof Fields(Map<String, Value> below) ? below.get(key) : null;
      }
      return value;
    }

    @Override
    public Tree bind(Binding binding) {
      Map<String, Tree> bound = new LinkedHashMap<>();
      entries.forEach((key, value) -> bound.put(binding.literal(key), value.bind(binding)));
      return new Tree.Mapping(bound);
    }
  }

  /** Deliberately nothing: the entry or list item whose value it is is left out. */
  record Absent() implements Value {
    @Override
    public Tree bind(Binding binding) {
      throw new IllegalStateException("nothing cannot be written");
    }
  }

  /** The one {@link Null}. */
  Value NULL = new Null();

  /** Whether null stands anywhere in it. */
  default boolean holdsNull() {
    return this instanceof Null
        || this instanceof Fields(Map<String, Value> entries)
            && entries.values().stream().anyMatch(Value::holdsNull)
        || this instanceof Items(List<Value> items) && items.stream().anyMatch(Value::holdsNull);
  }

  /** The one {@link Absent}. */
  Value ABSENT = new Absent();

  /** A map without entries. */
  Fields EMPTY = new Fields(Map.of());

  static Value of(String literal) {
    return new Str(Text.of(literal));
  }

  static Value of(Text text) {
    return new Str(text);
  }

  static Value ofAll(List<String> literals) {
    return new Items(literals.stream().map(Value::of).toList());
  }

  static Fields ofAll(Map<String, String> literals) {
    Map<String, Value> entries = new LinkedHashMap<>();
    literals.forEach((key, literal) -> entries.put(key, of(literal)));
    return new Fields(entries);
  }
}
