package dev.mayfly.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The differences of two trees of text files, as unified diffs by path. */
public final class TreeDiff {
  private static final int CONTEXT = 3;

  private final SortedMap<String, String> byPath;

  private TreeDiff(SortedMap<String, String> byPath) {
    this.byPath = byPath;
  }

  /** Compares files by path; a file of one tree only is compared with an empty one. */
  public static TreeDiff of(SortedMap<String, String> before, SortedMap<String, String> after) {
    SortedMap<String, String> differences = new TreeMap<>();
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    for (String path : paths) {
      String old = before.get(path);
      String fresh = after.get(path);
      if (old == null || !old.equals(fresh)) {
        differences.put(
            path,
            unified(
                old == null ? "/dev/null" : "a/" + path,
                fresh == null ? "/dev/null" : "b/" + path,
                lines(old == null ? "" : old),
                lines(fresh == null ? "" : fresh)));
      }
    }
    return new TreeDiff(differences);
  }

  public boolean isEmpty() {
    return byPath.isEmpty();
  }

  public String text() {
    return String.join("", byPath.values());
  }

  /** One folded section for each file, for the summary of a pull request. */
  public String markdown() {
    if (isEmpty()) {
      return "No difference.\n";
    }
    StringBuilder text = new StringBuilder(byPath.size() + " files differ.\n");
    byPath.forEach(
        (path, diff) ->
            text.append("\n<details><summary><code>")
                .append(path)
                .append("</code></summary>\n\n````diff\n")
                .append(diff)
                .append("````\n\n</details>\n"));
    return text.toString();
  }

  private static String unified(
      String oldName, String newName, List<String> before, List<String> after) {
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            oldName, newName, before, DiffUtils.diff(before, after), CONTEXT);
    return String.join("\n", diff.stream().map(TerminalText::clean).toList()) + "\n";
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
  }
}
