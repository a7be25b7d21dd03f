package dev.mayfly.lint.rule.ownership;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class OwnershipRules {
  private OwnershipRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("MF001", new InvalidPlatform(), GroupKind.PLATFORM),
          Rule.of("MF002", new InvalidRecord(), GroupKind.PREVIEW),
          Rule.of("MF003", new UnrenderedField()),
          Rule.of("MF004", new TypedModel()),
          Rule.of("MF005", new LeftToChange()));
}
