package dev.mayfly.report;

import dev.mayfly.event.Markdown;
import dev.mayfly.lint.Finding;
import java.util.List;

/** Findings as a table for a step summary or a comment; short enough for both. */
record LintMarkdown(Producer producer) {
  private static final int ROWS = 100;

  String format(List<Finding> findings) {
    StringBuilder page = new StringBuilder("### ").append(producer.command()).append(": ");
    page.append(LintCounts.of(findings).sentence()).append('\n');
    if (findings.isEmpty()) {
      return page.toString();
    }
    page.append("\n| | rule | where | what | what to do |\n|---|---|---|---|---|\n");
    findings.stream().limit(ROWS).forEach(finding -> row(finding, page));
    if (findings.size() > ROWS) {
      long more = findings.stream().skip(ROWS).mapToLong(Finding::count).sum();
      page.append("\n").append(more).append(" more are in the log.\n");
    }
    return page.toString();
  }

  private static void row(Finding finding, StringBuilder page) {
    FindingWords words = FindingWords.of(finding);
    page.append(
        Markdown.row(
            finding.severity().word(),
            words.rule(),
            AdoptionReport.cell(finding.location().toString()),
            AdoptionReport.cell(words.sentence()),
            AdoptionReport.cell(finding.hint())));
  }
}
