package dev.mayfly.lint.rule.facts;

import dev.mayfly.facts.CloneMismatch;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;

/** A clone runs another PostgreSQL than its snapshot holds. */
public final class UnfitCloneMajor implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    FactsJudging.check(corpus, out, CloneMismatch.MAJOR, "spec", "imageName");
  }
}
