package dev.mayfly.report;

import dev.mayfly.lint.Finding;
import java.util.List;

/** Findings for a person at a terminal, with the places they point at. */
final class LintText implements LintReport {
  private final boolean colour;

  LintText(boolean colour) {
    this.colour = colour;
  }

  @Override
  public String format(List<Finding> findings) {
    String problems =
        new TextReport(colour).format(findings.stream().map(Finding::toProblem).toList());
    String gap = findings.isEmpty() ? "" : "\n";
    return problems + gap + LintCounts.of(findings).sentence() + "\n";
  }
}
