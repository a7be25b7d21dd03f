package dev.mayfly.lint.rule.ownership;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class OwnershipRules {
  private OwnershipRules() {}

  public static final List<Rule> ALL =
      List.of(new InvalidPlatform(), new InvalidRecord(), new UnrenderedField(), new TypedModel());
}
