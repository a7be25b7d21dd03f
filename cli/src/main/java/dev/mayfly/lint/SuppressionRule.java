package dev.mayfly.lint;

/** A rule about the comments that silence other rules; it runs when those are done. */
public non-sealed interface SuppressionRule extends Detector {
  void check(Suppressions suppressions, Findings out);
}
