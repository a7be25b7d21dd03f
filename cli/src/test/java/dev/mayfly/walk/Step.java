package dev.mayfly.walk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One step of adding something to the project.
 *
 * @param file where, as the page shows it
 * @param change what to do there
 * @param guard the test that tells who forgot it, {@link #COMPILER}, or empty
 * @param edits what a walk does to files of its copy; of no step that nobody walks
 */
record Step(String file, String change, String guard, Map<String, UnaryOperator<String>> edits) {
  static final String COMPILER = "the compiler";

  static Step of(String file, String change, String guard) {
    return new Step(file, change, guard, new LinkedHashMap<>());
  }

  /** The same step with a file that a walk changes. */
  Step edit(String path, UnaryOperator<String> change) {
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>(edits);
    all.put(path, change);
    return new Step(file, change(), guard, all);
  }

  /** Puts a line before the first that holds a text. */
  Step line(String path, String before, String line) {
    return edit(
        path,
        text -> {
          int at = text.lastIndexOf('\n', text.indexOf(before)) + 1;
          if (!text.contains(before)) {
            throw new IllegalStateException("`" + before + "` is not in " + path);
          }
          return text.substring(0, at) + line + "\n" + text.substring(at);
        });
  }

  /** Who notices, as the page says it. */
  String noticed() {
    return guard.contains("#") ? "`" + guard.replaceFirst(".*\\.(\\w+)#.*", "$1") + "`" : guard;
  }
}
