package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/** A part of a YAML document that was read, with the place where it stands. */
public sealed interface Node permits MapNode, ListNode, ScalarNode {
  /** Where the value stands in its source. */
  Location location();

  /** What a message calls this: {@code a map}, {@code a list}, {@code a string} and so on. */
  String describe();

  /** The value under a path of map keys, or null where a step is missing or is no map. */
  default @Nullable Node at(String... path) {
    Node node = this;
    for (String key : path) {
      if (!(node instanceof MapNode map)) {
        return null;
      }
      node = map.get(key);
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  /** The text of the scalar under a path of map keys, or null where there is none. */
  default @Nullable String textAt(String... path) {
    return at(path) instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : null;
  }

  /** The same, where no text and an empty one mean the same. */
  default String textOrEmpty(String... path) {
    String text = textAt(path);
    return text == null ? "" : text;
  }
}
