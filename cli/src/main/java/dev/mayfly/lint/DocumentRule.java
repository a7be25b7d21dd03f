package dev.mayfly.lint;

/** A rule that decides by looking at one object alone. */
public non-sealed interface DocumentRule extends Detector {
  void check(Resource resource, Findings out);
}
