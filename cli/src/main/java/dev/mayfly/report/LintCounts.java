package dev.mayfly.report;

import dev.mayfly.diagnostic.Counted;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Finding;
import java.util.List;
import java.util.StringJoiner;

/** How many findings there are of each kind. */
record LintCounts(long errors, long warnings, long notes, long unverifiable) {
  static LintCounts of(List<Finding> findings) {
    return new LintCounts(
        proven(findings, Severity.ERROR),
        proven(findings, Severity.WARNING),
        proven(findings, Severity.NOTE),
        findings.stream().filter(it -> !it.isProven()).mapToLong(Finding::count).sum());
  }

  private static long proven(List<Finding> findings, Severity severity) {
    return findings.stream()
        .filter(finding -> finding.isProven() && finding.severity() == severity)
        .mapToLong(Finding::count)
        .sum();
  }

  /** Such as {@code 2 errors, 1 warning}; {@code no findings} when there are none. */
  String sentence() {
    StringJoiner sentence = new StringJoiner(", ");
    sentence.setEmptyValue("no findings");
    add(sentence, errors, "error");
    add(sentence, warnings, "warning");
    add(sentence, notes, "note");
    if (unverifiable > 0) {
      sentence.add(unverifiable + " unverifiable");
    }
    return sentence.toString();
  }

  private static void add(StringJoiner sentence, long count, String word) {
    if (count > 0) {
      sentence.add(Counted.of(count, word));
    }
  }
}
