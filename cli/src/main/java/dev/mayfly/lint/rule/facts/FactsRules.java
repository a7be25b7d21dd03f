package dev.mayfly.lint.rule.facts;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class FactsRules {
  private FactsRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("CF001", new UnfitCloneSize()),
          Rule.of("CF002", new UnfitCloneMajor()),
          Rule.of("CF003", new UnfitCloneVolumes()),
          Rule.of("CF004", new OldSnapshot()),
          Rule.of("CF005", new UnfinishedBackup()),
          Rule.of("CF006", new UnfitLonghornClass()),
          Rule.of("CF007", new UnfitDriver()));
}
