package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;

/** A list that came back wrong must not take most previews away. */
final class MassRemoval {
  private MassRemoval() {}

  /**
   * @param effect what would become of them
   * @throws ProblemsException (refused) when more than half would go at once
   */
  static void refuse(long removals, long all, Effect effect) {
    if (removals > 1 && removals * 2 > all) {
      throw Fault.REFUSED.error(
          "mass-removal",
          removals
              + " of "
              + all
              + " previews would be "
              + effect.word()
              + " at once; nothing was done",
          "if that is right, say --allow-mass-removal");
    }
  }
}
