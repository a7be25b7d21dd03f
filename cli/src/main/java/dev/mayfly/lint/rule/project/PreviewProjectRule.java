package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;

/** A rule about each project that bounds previews; others may permit what they like. */
interface PreviewProjectRule extends CorpusRule {
  @Override
  default void check(Corpus corpus, Findings out) {
    PreviewProjects.of(corpus).forEach(it -> check(it, corpus, out.about(it)));
  }

  void check(Resource project, Corpus corpus, Findings out);
}
