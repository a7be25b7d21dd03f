package dev.mayfly.lint.rule.facts;

import dev.mayfly.facts.CloneMismatch;

/** A clone's volume comes from another driver than its snapshot. */
public final class UnfitDriver extends FactsRule {
  UnfitDriver() {
    super(CloneMismatch.DRIVER, "spec", "storage", "storageClass");
  }
}
