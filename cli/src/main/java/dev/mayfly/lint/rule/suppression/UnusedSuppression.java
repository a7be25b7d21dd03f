package dev.mayfly.lint.rule.suppression;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.Suppression;
import dev.mayfly.lint.SuppressionRule;
import dev.mayfly.lint.Suppressions;

/** A suppression silences nothing. */
public final class UnusedSuppression implements SuppressionRule {
  private static final RuleCard CARD =
      new RuleCard(
          "LT002",
          "unused-suppression",
          Severity.WARNING,
          "a suppression silences nothing",
          """
          What it was written for is gone, or the rule is misspelt. Left in place it would hide
          the next finding of that kind.
          """,
          "take it out",
          """
          # mayfly: ignore AS001 the shop still uses the old engine
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop}
          """,
          """
          # The settings of the shop.
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

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
