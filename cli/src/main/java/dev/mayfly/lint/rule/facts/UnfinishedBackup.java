package dev.mayfly.lint.rule.facts;

import dev.mayfly.facts.CloneMismatch;

/** A clone is made of a backup that is not completed. */
public final class UnfinishedBackup extends FactsRule {
  UnfinishedBackup() {
    super(CloneMismatch.COMPLETENESS, "spec", "bootstrap", "recovery");
  }
}
