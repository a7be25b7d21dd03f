package dev.mayfly.lint.rule.suppression;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.Suppression;
import dev.mayfly.lint.SuppressionRule;
import dev.mayfly.lint.Suppressions;

/** A suppression does not say why. */
public final class SuppressionWithoutReason implements SuppressionRule {
  private static final RuleCard CARD =
      new RuleCard(
          "LT001",
          "suppression-without-reason",
          Severity.ERROR,
          "a suppression does not say why",
          """
          A comment without a reason silences nothing: whoever meets it later cannot tell
          whether it still holds.
          """,
          "write `# mayfly: ignore RULE reason`",
          """
          # mayfly: ignore AS001
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
      if (suppression.reason().isEmpty()) {
        out.add(suppression.comment(), "the suppression gives no reason");
      }
    }
  }
}
