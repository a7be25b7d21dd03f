package dev.mayfly.lint.rule.suppression;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class SuppressionRules {
  private SuppressionRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("LT001", new SuppressionWithoutReason()),
          Rule.of("LT002", new UnusedSuppression()));
}
