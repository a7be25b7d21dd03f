package dev.mayfly.report;

import dev.mayfly.event.Markdown;
import dev.mayfly.git.FilePatch;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The differences of two trees of text files, as patches by path. */
public final class TreeDiff {
  /** What a comment may hold at most, a little below what forges take (GitHub: 65,536). */
  static final int COMMENT = 59_000;

  private final SortedMap<String, String> byPath;

  private TreeDiff(SortedMap<String, String> byPath) {
    this.byPath = byPath;
  }

  /** Compares files by path. */
  public static TreeDiff of(SortedMap<String, String> before, SortedMap<String, String> after) {
    SortedMap<String, String> patches = new TreeMap<>();
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    for (String path : paths) {
      String old = before.get(path);
      String fresh = after.get(path);
      if (old == null || !old.equals(fresh)) {
        patches.put(path, FilePatch.of(path, old, fresh));
      }
    }
    return new TreeDiff(patches);
  }

  public boolean isEmpty() {
    return byPath.isEmpty();
  }

  /**
   * One patch of all files. {@code git apply} takes it: what cannot be shown safely is escaped, and
   * only a file that nobody rendered holds that.
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    byPath.values().forEach(patch -> text.append(shown(patch)));
    return text.toString();
  }

  /** How many lines differ in each file, as {@code git diff --stat} says it. */
  public String stat() {
    return DiffStat.of(byPath).text();
  }

  /** The patches by path, as they are. */
  SortedMap<String, String> patches() {
    return Collections.unmodifiableSortedMap(byPath);
  }

  /** One folded section for each file, for the summary of a pull request. */
  public String markdown() {
    return markdown(COMMENT);
  }

  /** The same in no more than so many characters, but for the sentence that counts the rest. */
  String markdown(int most) {
    if (isEmpty()) {
      return "No difference.\n";
    }
    StringBuilder text =
        new StringBuilder(
            byPath.size() == 1 ? "1 file differs.\n" : byPath.size() + " files differ.\n");
    int left = byPath.size();
    for (var file : byPath.entrySet()) {
      String section = section(file.getKey(), file.getValue());
      if (text.length() + section.length() > most) {
        break;
      }
      text.append(section);
      left--;
    }
    if (left > 0) {
      text.append("\nAnd ").append(left).append(" more, too long for here: run `mayfly diff`.\n");
    }
    return text.toString();
  }

  private static String section(String path, String patch) {
    return "\n<details><summary><code>"
        + Markdown.html(TerminalText.clean(path))
        + "</code></summary>\n\n"
        + Markdown.block("diff", shown(patch))
        + "\n</details>\n";
  }

  /** Tabs stay, and so does the carriage return of a line's end: neither hides anything. */
  private static String shown(String patch) {
    StringBuilder text = new StringBuilder(patch.length());
    for (int i = 0; i < patch.length(); ) {
      int c = patch.codePointAt(i);
      i += Character.charCount(c);
      boolean kept = c == '\n' || c == '\t' || (c == '\r' && patch.startsWith("\n", i));
      text.append(kept ? Character.toString(c) : TerminalText.clean(c));
    }
    return text.toString();
  }
}
