package dev.mayfly.lint.rule.admission;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class AdmissionRules {
  private AdmissionRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("AD001", new InvalidExpression(), Policies.VALIDATING, Policies.MUTATING),
          Rule.of("AD002", new PolicyAfterSet(), GroupKind.APPLICATION_SET),
          Rule.of("AD003", new PolicyNotApplied(), Policies.VALIDATING));
}
