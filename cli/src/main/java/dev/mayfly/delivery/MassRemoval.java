package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;

/** A list that came back wrong must not take most previews away. */
final class MassRemoval {
  private MassRemoval() {}

  /**
   * @param done what would become of them, such as {@code removed}
   * @throws ProblemsException (refused) when more than half would go at once
   */
  static void refuse(long removals, long all, String done) {
    if (removals > 1 && removals * 2 > all) {
      throw new ProblemsException(
          Fault.REFUSED,
          Problem.error(
              "mass-removal",
              null,
              removals + " of " + all + " previews would be " + done + " at once; nothing was done",
              "if that is right, say --allow-mass-removal"));
    }
  }
}
