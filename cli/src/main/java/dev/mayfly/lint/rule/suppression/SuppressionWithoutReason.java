package dev.mayfly.lint.rule.suppression;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Suppression;
import dev.mayfly.lint.SuppressionRule;
import dev.mayfly.lint.Suppressions;

/** A suppression does not say why. */
public final class SuppressionWithoutReason implements SuppressionRule {
  @Override
  public void check(Suppressions suppressions, Findings out) {
    for (Suppression suppression : suppressions.all()) {
      if (suppression.reason().isEmpty()) {
        out.add(suppression.comment(), "`" + suppression.rule() + "` is ignored without a word");
      }
    }
  }
}
