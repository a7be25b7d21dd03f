package dev.mayfly.template;

import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a placeholder can take, and what a rendered template is made of. */
public sealed interface Value {
  record Str(Text text) implements Value {}

  record Num(long value) implements Value {}

  record Bool(boolean value) implements Value {}

  record Items(List<Value> items) implements Value {}

  record Fields(Map<String, Value> entries) implements Value {}

  /** Deliberately nothing: the entry or list item whose value it is is left out. */
  record Absent() implements Value {}

  /** The one {@link Absent}. */
  Value ABSENT = new Absent();

  static Value of(String literal) {
    return new Str(Text.of(literal));
  }

  static Value of(Text text) {
    return new Str(text);
  }

  static Value ofAll(List<String> literals) {
    return new Items(literals.stream().map(Value::of).toList());
  }

  static Value ofAll(Map<String, String> literals) {
    Map<String, Value> entries = new LinkedHashMap<>();
    literals.forEach((key, literal) -> entries.put(key, of(literal)));
    return new Fields(entries);
  }

  /** Does any part depend on text that an outsider chooses? */
  default boolean isUntrusted() {
    return switch (this) {
      case Str(Text text) -> text.isUntrusted();
      case Items(List<Value> items) -> items.stream().anyMatch(Value::isUntrusted);
      case Fields(Map<String, Value> entries) ->
          entries.values().stream().anyMatch(Value::isUntrusted);
      case Num ignored -> false;
      case Bool ignored -> false;
      case Absent ignored -> false;
    };
  }

  /** The tree to write, with every hole filled. */
  default Tree bind(Binding binding) {
    return switch (this) {
      case Str(Text text) -> new Tree.Text(text.bind(binding));
      case Num(long number) -> new Tree.Number(number);
      case Bool(boolean bool) -> new Tree.Bool(bool);
      case Items(List<Value> items) -> {
        List<Tree> bound = new ArrayList<>(items.size());
        items.forEach(item -> bound.add(item.bind(binding)));
        yield new Tree.Sequence(bound);
      }
      case Fields(Map<String, Value> entries) -> {
        Map<String, Tree> bound = new LinkedHashMap<>();
        entries.forEach((key, value) -> bound.put(binding.literal(key), value.bind(binding)));
        yield new Tree.Mapping(bound);
      }
      case Absent ignored -> throw new IllegalStateException("nothing cannot be written");
    };
  }
}
