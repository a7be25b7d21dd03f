package dev.mayfly.lint;

/** A rule that needs more than one object, or the files around it, to decide. */
public non-sealed interface CorpusRule extends Detector {
  void check(Corpus corpus, Findings out);
}
