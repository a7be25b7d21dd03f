package dev.mayfly.report;

import dev.mayfly.lint.Finding;
import dev.mayfly.lint.rule.RuleCatalog;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Findings for a person at a terminal, with the places they point at. */
final class LintText implements LintReport {
  private final boolean colour;

  LintText(boolean colour) {
    this.colour = colour;
  }

  @Override
  public String format(List<Finding> findings) {
    TextReport report = new TextReport(colour);
    String problems =
        findings.stream()
            .map(finding -> report.format(finding.toProblem(), finding.remarks()))
            .collect(Collectors.joining("\n"));
    String gap = findings.isEmpty() ? "" : "\n";
    return problems + gap + LintCounts.of(findings).sentence() + "\n" + more(findings);
  }

  /** The worst one that has a page is the first to read about. */
  private static String more(List<Finding> findings) {
    return findings.stream()
        .filter(it -> RuleCatalog.find(it.rule()).isPresent())
        .min(Comparator.comparing(Finding::severity))
        .map(it -> "`mayfly explain " + it.rule() + "` says why and shows how it is done right\n")
        .orElse("");
  }
}
