package dev.mayfly.lint;

/** A rule about one object at a time that needs others, or the files around it, to decide. */
public non-sealed interface ResourceRule extends Detector {
  /**
   * @param out takes findings about the object
   */
  void check(Corpus corpus, Resource resource, Findings out);
}
