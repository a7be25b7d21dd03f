package dev.mayfly.cel;

import java.util.List;

/**
 * What was read of an expression, as far as it could be.
 *
 * @param roots variables that no macro brings
 * @param members what stands behind {@code variables.}
 * @param functions without what stands before them
 * @param errors why it is no expression; at most one
 */
public record Reading(List<Use> roots, List<Use> members, List<Use> functions, List<Use> errors) {

  /** A word and where it begins, in characters; of an error, its message. */
  public record Use(String word, int offset) {}
}
