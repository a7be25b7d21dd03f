package dev.mayfly.diagnostic;

import java.util.Locale;

/** How bad a problem is, worst first. */
public enum Severity {
  /** Must be mended: the result would be wrong, unsafe or refused. */
  ERROR,
  /** Works, but will hurt. */
  WARNING,
  /** Worth knowing; also what could not be decided. */
  NOTE;

  /** The lower-case word used in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
