package dev.mayfly.report;

import dev.mayfly.lint.Finding;
import java.util.List;

/** Findings as a table for a step summary or a comment; short enough for both. */
final class LintMarkdown implements LintReport {
  private static final int ROWS = 100;

  private final Producer producer;

  LintMarkdown(Producer producer) {
    this.producer = producer;
  }

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

  /**
   * Text that stays inside its cell and mentions nobody; back-ticked names stay code. In a code
   * span nothing is escaped but the bar, at which a cell ends even there (GitHub Flavored Markdown,
   * "Tables").
   */
  private static String cell(String text) {
    String clean = TerminalText.clean(text);
    StringBuilder cell = new StringBuilder();
    int at = 0;
    while (at < clean.length()) {
      int open = clean.indexOf('`', at);
      int close = open < 0 ? -1 : clean.indexOf('`', open + 1);
      if (close <= open + 1) {
        // No pair, or one around nothing: what is left is no code.
        return cell.append(running(clean.substring(at))).toString();
      }
      cell.append(running(clean.substring(at, open)));
      cell.append(clean.substring(open, close + 1).replace("|", "\\|"));
      at = close + 1;
    }
    return cell.toString();
  }

  private static String running(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("@", "&#64;")
        .replace("[", "\\[")
        .replace("`", "\\`");
  }
}
