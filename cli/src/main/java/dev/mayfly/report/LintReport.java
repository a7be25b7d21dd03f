package dev.mayfly.report;

import dev.mayfly.lint.Finding;
import java.util.List;

/** Findings as one text. The same findings give the same bytes. */
public interface LintReport {
  /** The findings in the order given. */
  String format(List<Finding> findings);
}
