package dev.mayfly.forge;

import dev.mayfly.yaml.Tree;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies of requests. */
final class Json {
  private Json() {}

  /** An object of texts: names and values in turn. */
  static Tree.Mapping object(String... namesAndValues) {
    Map<String, Tree> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      entries.put(namesAndValues[i], new Tree.Text(namesAndValues[i + 1]));
    }
    return new Tree.Mapping(entries);
  }

  static Tree.Mapping with(Tree.Mapping object, String name, Tree value) {
    Map<String, Tree> entries = new LinkedHashMap<>(object.entries());
    entries.put(name, value);
    return new Tree.Mapping(entries);
  }
}
