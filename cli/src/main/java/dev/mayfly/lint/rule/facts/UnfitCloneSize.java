package dev.mayfly.lint.rule.facts;

import dev.mayfly.facts.CloneMismatch;

/** A clone's volume does not fit the snapshot it is made of. */
public final class UnfitCloneSize extends FactsRule {
  UnfitCloneSize() {
    super(CloneMismatch.SIZE, "spec", "storage", "size");
  }
}
