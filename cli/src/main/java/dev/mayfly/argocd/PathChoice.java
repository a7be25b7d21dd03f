package dev.mayfly.argocd;

import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which paths the entries of a {@code git} generator choose; each pattern is read once. */
record PathChoice(List<Entry> entries) {
  record Entry(Predicate<String> paths, boolean excluded) {}

  static PathChoice of(List<Node> written, Function<String, Predicate<String>> pattern) {
    List<Entry> entries = new ArrayList<>();
    for (Node entry : written) {
      @Nullable String path = entry.textAt("path");
      if (path != null) {
        entries.add(new Entry(pattern.apply(path), "true".equals(entry.textAt("exclude"))));
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

  /** By default the pattern goes to {@code git ls-files}: wildcards cross slashes. */
  static Predicate<String> pathspec(String pattern) {
    String folder = pattern.endsWith("/") ? pattern : pattern + "/";
    Predicate<String> wild = FilePathMatch.matchingAcrossSlashes(pattern.replace("[!", "[^"));
    return path -> path.equals(pattern) || path.startsWith(folder) || wild.test(path);
  }
}
