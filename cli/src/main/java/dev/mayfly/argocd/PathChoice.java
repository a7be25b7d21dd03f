package dev.mayfly.argocd;

import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which paths the entries of a {@code git} generator choose; each pattern is read once. */
record PathChoice(List<Entry> entries) {
  /** How a path is written. */
  interface Pattern {
    Predicate<String> read(String path, Node entry) throws GeneratorStop;
  }

  record Entry(Predicate<String> paths, boolean excluded) {}

  static PathChoice of(List<Node> written, Pattern pattern) throws GeneratorStop {
    List<Entry> entries = new ArrayList<>();
    for (Node entry : written) {
      @Nullable String path = entry.textAt("path");
      if (path != null) {
        entries.add(new Entry(pattern.read(path, entry), "true".equals(entry.textAt("exclude"))));
      }
    }
    return new PathChoice(entries);
  }

  /** Listed, and not excluded by any other entry. */
  boolean takes(String path) {
    boolean included = false;
    for (Entry entry : entries) {
      if (entry.paths().test(path)) {
        if (entry.excluded()) {
          return false;
        }
        included = true;
      }
    }
    return included;
  }
}
