package dev.mayfly.report;

import dev.mayfly.event.Markdown;
import dev.mayfly.lint.Finding;
import java.util.List;

/** Findings as a table for a step summary or a comment; short enough for both. */
record LintMarkdown(Producer producer) implements LintReport {
  private static final int ROWS = 100;

  @Override
  public String format(List<Finding> findings) {
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
    page.append("| ").append(finding.severity().word());
    page.append(" | ").append(words.rule());
    page.append(" | ").append(cell(finding.location().toString()));
    page.append(" | ").append(cell(words.sentence()));
    page.append(" | ").append(cell(finding.hint())).append(" |\n");
  }

  private static String cell(String text) {
    return Markdown.cell(TerminalText.clean(text));
  }
}
