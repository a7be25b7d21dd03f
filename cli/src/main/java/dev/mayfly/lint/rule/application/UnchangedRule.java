package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;

/**
 * A rule about what an Application lacks. One that a kustomization still changes may get it there,
 * so nothing is said of it.
 */
interface UnchangedRule extends CorpusRule {
  @Override
  default void check(Corpus corpus, Findings out) {
    ApplicationView.all(corpus)
        .filter(it -> !corpus.mayChange(it.resource()))
        .forEach(it -> check(it, out.about(it.resource())));
  }

  void check(ApplicationView application, Findings out);
}
