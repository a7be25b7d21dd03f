package dev.mayfly.report;

import dev.mayfly.lint.Finding;
import dev.mayfly.lint.rule.RuleCatalog;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Findings for a person at a terminal, with the places they point at. */
record LintText(boolean colour) {
  private static final int WIDTH = 100;

  String format(List<Finding> findings) {
    TextReport report = new TextReport(colour);
    String problems =
        findings.stream().map(finding -> one(finding, report)).collect(Collectors.joining("\n"));
    String gap = findings.isEmpty() ? "" : "\n";
    return problems + gap + LintCounts.of(findings).sentence() + "\n" + more(findings);
  }

  /** What is wrong with all such objects and what shows it here, in one line where that fits. */
  private static String one(Finding finding, TextReport report) {
    FindingWords words = FindingWords.of(finding);
    String line = TerminalText.clean(words.sentence());
    int head = (finding.severity().word() + "[" + words.rule() + "]: ").length();
    boolean broken = !words.claim().isEmpty() && head + line.length() > WIDTH;
    String text = broken ? words.claim() + ":\n  " + TerminalText.clean(words.message()) : line;
    return report.format(finding.toProblem(), words.name(), text, finding.remarks());
  }

  /** The worst one that has a page is the first to read about. */
  private static String more(List<Finding> findings) {
    return findings.stream()
        .filter(it -> RuleCatalog.ofId(it.rule()).isPresent())
        .min(Comparator.comparing(Finding::severity))
        .map(it -> "`mayfly explain " + it.rule() + "` says why and shows how it is done right\n")
        .orElse("");
  }
}
