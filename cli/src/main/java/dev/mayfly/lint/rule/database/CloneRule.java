package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;

/** A rule about a clone and the cluster its data come from. */
interface CloneRule extends CorpusRule {
  @Override
  default void check(Corpus corpus, Findings out) {
    for (Clones.Clone clone : Clones.of(corpus)) {
      check(corpus, clone, out.about(clone.cluster()));
    }
  }

  void check(Corpus corpus, Clones.Clone clone, Findings out);
}
