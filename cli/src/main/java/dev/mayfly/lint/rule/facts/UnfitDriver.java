package dev.mayfly.lint.rule.facts;

import dev.mayfly.facts.CloneMismatch;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;

/** A clone's volume comes from another driver than its snapshot. */
public final class UnfitDriver implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    FactsJudging.check(corpus, out, CloneMismatch.DRIVER, "spec", "storage", "storageClass");
  }
}
