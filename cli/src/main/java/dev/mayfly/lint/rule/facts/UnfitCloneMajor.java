package dev.mayfly.lint.rule.facts;

import dev.mayfly.facts.CloneMismatch;

/** A clone runs another PostgreSQL than its snapshot holds. */
public final class UnfitCloneMajor extends FactsRule {
  UnfitCloneMajor() {
    super(CloneMismatch.MAJOR, "spec", "imageName");
  }
}
