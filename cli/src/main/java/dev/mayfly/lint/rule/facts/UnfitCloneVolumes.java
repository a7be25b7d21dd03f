package dev.mayfly.lint.rule.facts;

import dev.mayfly.facts.CloneMismatch;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;

/** A clone has other volumes than its source. */
public final class UnfitCloneVolumes implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    FactsJudging.check(corpus, out, CloneMismatch.LAYOUT, "spec", "bootstrap", "recovery");
  }
}
