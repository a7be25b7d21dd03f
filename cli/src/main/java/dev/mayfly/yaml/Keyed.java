package dev.mayfly.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds values under paths of map keys. */
public interface Keyed {
  /** The value under a path of map keys, or null where a step is missing or is no map. */
  @Nullable Node at(String... path);

  /** The text of the scalar under a path of map keys, or null where there is none. */
  default @Nullable String textAt(String... path) {
    return at(path) instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : null;
  }

  /** The same, where no text and an empty one mean the same. */
  default String textOrEmpty(String... path) {
    return NodeValues.text(at(path));
  }

  /** The items of the list under a path of map keys; none where there is no list. */
  default List<Node> itemsAt(String... path) {
    return NodeValues.items(at(path));
  }

  /** The items of a list of strings, as Go reads it: what is no string is the empty one. */
  default List<String> stringsAt(String... path) {
    return NodeValues.strings(at(path));
  }

  /** The maps among them. */
  default List<MapNode> mapsAt(String... path) {
    return NodeValues.maps(at(path));
  }

  /** The scalars among them. */
  default List<ScalarNode> textsAt(String... path) {
    return NodeValues.texts(at(path));
  }
}
