package dev.mayfly.lint.rule.suppression;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Suppression;
import dev.mayfly.lint.SuppressionRule;
import dev.mayfly.lint.Suppressions;

/** A suppression silences nothing. */
public final class UnusedSuppression implements SuppressionRule {
  @Override
  public void check(Suppressions suppressions, Findings out) {
    for (Suppression suppression : suppressions.all()) {
      if (!suppression.reason().isEmpty() && !suppressions.isUsed(suppression)) {
        String rule = suppression.rule();
        out.add(
            suppression.comment(),
            suppressions.isKnown(suppression)
                ? "nothing on this line breaks `" + rule + "`"
                : "no rule that ran is called `" + rule + "`");
      }
    }
  }
}
