package dev.mayfly.lint.rule.facts;

import dev.mayfly.facts.CloneMismatch;

/** A clone is made of an old snapshot. */
public final class OldSnapshot extends FactsRule {
  OldSnapshot() {
    super(CloneMismatch.AGE, "spec", "bootstrap", "recovery");
  }
}
