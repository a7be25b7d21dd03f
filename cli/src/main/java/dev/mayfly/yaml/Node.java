package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/** A part of a YAML document that was read, with the place where it stands. */
public sealed interface Node extends Keyed permits MapNode, ListNode, ScalarNode {
  /** What takes the place of a part. */
  interface Change<X extends Exception> {
    Node of(Node part) throws X;
  }

  /** Where the value stands in its source. */
  Location location();

  /** What a message calls this: {@code a map}, {@code a list}, {@code a string} and so on. */
  String describe();

  /** Whether it says that there is nothing. */
  default boolean isNull() {
    return false;
  }

  /** Where to point for a value: at it, or at this where it is missing. */
  default Node orThis(String... path) {
    Node value = at(path);
    return value == null ? this : value;
  }

  @Override
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
}
