package dev.mayfly.lint.rule.facts;

import dev.mayfly.facts.CloneMismatch;

/** A Longhorn class of the cluster makes clones slow or impossible. */
public final class UnfitLonghornClass extends FactsRule {
  UnfitLonghornClass() {
    super(CloneMismatch.LONGHORN, "spec", "storage", "storageClass");
  }
}
