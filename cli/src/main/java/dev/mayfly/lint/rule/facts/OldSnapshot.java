package dev.mayfly.lint.rule.facts;

import dev.mayfly.facts.CloneMismatch;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;

/** A clone is made of an old snapshot. */
public final class OldSnapshot implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    FactsJudging.check(corpus, out, CloneMismatch.AGE, "spec", "bootstrap", "recovery");
  }
}
