package dev.mayfly.lint;

import dev.mayfly.diagnostic.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One note for many files that the same is true of. A report with a place for ten notes would be
 * filled by the charts of one repository before anything useful is said.
 */
final class FileNotes {
  private static final int NAMED = 5;

  private record Words(String rule, String message, String hint, boolean rendered) {}

  private FileNotes() {}

  /** The findings in their order; the first of such notes stands for all of them. */
  static List<Finding> joined(List<Finding> findings) {
    Map<Object, List<Finding>> groups = new LinkedHashMap<>();
    for (Finding each : findings) {
      boolean ofFile = each.severity() == Severity.NOTE && each.location().line() == 0;
      Object key =
          ofFile && each.override() == null && each.count() == 1
              ? new Words(each.rule(), each.message(), each.hint(), each.rendered())
              : new Object();
      groups.computeIfAbsent(key, it -> new ArrayList<>()).add(each);
    }
    return groups.values().stream().map(FileNotes::one).toList();
  }

  private static Finding one(List<Finding> same) {
    Finding first = same.getFirst();
    if (same.size() == 1) {
      return first;
    }
    String names =
        same.stream()
            .skip(1)
            .limit(NAMED)
            .map(it -> "`" + it.location().file() + "`")
            .collect(Collectors.joining(", "));
    int more = same.size() - 1 - NAMED;
    String message =
        first.message()
            + "; the same holds for "
            + names
            + (more > 0 ? " and " + more + " more" : "");
    return first.at(first.location(), message, same.size());
  }
}
