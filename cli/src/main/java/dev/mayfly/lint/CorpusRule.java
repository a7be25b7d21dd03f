package dev.mayfly.lint;

/** A rule about several objects at once, or about what is no object. */
public non-sealed interface CorpusRule extends Detector {
  void check(Corpus corpus, Findings out);
}
