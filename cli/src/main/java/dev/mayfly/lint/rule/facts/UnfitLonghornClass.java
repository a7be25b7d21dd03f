package dev.mayfly.lint.rule.facts;

import dev.mayfly.facts.CloneMismatch;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;

/** A Longhorn class of the cluster makes clones slow or impossible. */
public final class UnfitLonghornClass implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    FactsJudging.check(corpus, out, CloneMismatch.LONGHORN, "spec", "storage", "storageClass");
  }
}
