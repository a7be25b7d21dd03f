package dev.mayfly.lint.rule.facts;

import dev.mayfly.facts.CloneMismatch;

/** A clone has other volumes than its source. */
public final class UnfitCloneVolumes extends FactsRule {
  UnfitCloneVolumes() {
    super(CloneMismatch.LAYOUT, "spec", "bootstrap", "recovery");
  }
}
