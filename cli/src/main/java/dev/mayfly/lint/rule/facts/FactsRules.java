package dev.mayfly.lint.rule.facts;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class FactsRules {
  private FactsRules() {}

  public static final List<Rule> ALL =
      List.of(
          new UnfitCloneSize(),
          new UnfitCloneMajor(),
          new UnfitCloneVolumes(),
          new OldSnapshot(),
          new UnfinishedBackup(),
          new UnfitLonghornClass(),
          new UnfitDriver());
}
