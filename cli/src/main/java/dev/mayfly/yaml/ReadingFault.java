package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Problem;

/** What readers find wrong, as far as somebody above takes it in a way of its own. */
public enum ReadingFault {
  AMBIGUOUS_SCALAR,
  DUPLICATE_KEY,
  JSON_SYNTAX,
  KEY_TYPE,
  MISSING_FIELD,
  YAML_FEATURE;

  /** Whether a problem says this; its id is the word of the constant. */
  public boolean isIn(Problem problem) {
    return problem.id().equals(Choice.word(this));
  }

  /** Whether a text is too large or too deep for us, which does not make it wrong. */
  public static boolean isTooMuch(Problem problem) {
    return problem.id().startsWith("too-");
  }
}
