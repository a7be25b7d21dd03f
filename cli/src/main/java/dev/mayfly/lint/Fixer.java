package dev.mayfly.lint;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Applies the edits of findings to the texts they point into; no other byte changes. */
public final class Fixer {
  /** The new text of each file that changes, and how many findings were mended. */
  public record Fixed(Map<String, String> files, int findings) {}

  private record Change(int start, int end, String replacement) {}

  private Fixer() {}

  /** Mends what can be mended; of two findings that touch the same place the first wins. */
  public static Fixed fix(List<Finding> findings) {
    Map<String, List<Change>> changes = new TreeMap<>();
    Map<String, Source> sources = new TreeMap<>();
    int count = 0;
    for (Finding finding : findings) {
      if (finding.fix().isEmpty() || !finding.isProven()) {
        continue;
      }
      Source source = finding.location().source();
      List<Change> wanted = finding.fix().stream().map(edit -> change(source, edit)).toList();
      List<Change> taken = changes.computeIfAbsent(source.name(), key -> new ArrayList<>());
      if (wanted.stream().noneMatch(it -> taken.stream().anyMatch(other -> meet(it, other)))) {
        taken.addAll(wanted);
        sources.put(source.name(), source);
        count++;
      }
    }
    Map<String, String> files = new TreeMap<>();
    sources.forEach((name, source) ->
        files.put(name, apply(source.text(), changes.getOrDefault(name, List.of()))));
    return new Fixed(files, count);
  }

  private static boolean meet(Change one, Change other) {
    boolean sameInsertion = one.equals(other);
    return sameInsertion || (one.start() < other.end() && other.start() < one.end());
  }

  private static String apply(String text, List<Change> changes) {
    StringBuilder fixed = new StringBuilder(text.length());
    int done = 0;
    Comparator<Change> inOrder =
        Comparator.comparingInt(Change::start).thenComparingInt(Change::end);
    for (Change change : changes.stream().sorted(inOrder).toList()) {
      fixed.append(text, done, change.start()).append(change.replacement());
      done = change.end();
    }
    return fixed.append(text, done, text.length()).toString();
  }

  private static Change change(Source source, Edit edit) {
    Location span = edit.span();
    String text = source.text();
    String replacement =
        text.contains("\r\n") ? edit.replacement().replace("\n", "\r\n") : edit.replacement();
    return new Change(
        source.offset(span.line(), span.column()),
        source.offset(span.endLine(), span.endColumn()),
        replacement);
  }
}
