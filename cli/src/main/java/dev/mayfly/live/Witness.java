package dev.mayfly.live;

import java.util.List;

/** Somebody who can be asked how far a preview is. */
@FunctionalInterface
public interface Witness {
  /**
   * Asks now.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (remote) for an answer that asking again does
   *     not change: no right to look, or another thing than was asked for
   */
  Observation look();

  /** What is known beyond the last look of why it is not live; asked once, at the end. */
  default List<Trouble> explain() {
    return List.of();
  }
}
