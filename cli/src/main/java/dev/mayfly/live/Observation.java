package dev.mayfly.live;

import java.util.List;

/**
 * What one look showed.
 *
 * @param words the rest of a sentence that begins with the preview, without a full stop
 * @param troubles the objects that stand in the way, as far as they are known
 */
public record Observation(Stage stage, String words, List<Trouble> troubles) {
  /** How far the preview is. */
  public enum Stage {
    /** On its way. */
    WAITING,
    /** Nothing of it is found, or not enough to say how far it is. */
    UNSEEN,
    /** At a commit that is not the wanted one; which of them is newer is not known. */
    BEHIND,
    /** Being deleted. */
    GOING,
    /** Whoever is asked does not answer now. */
    UNANSWERED,
    /** Something is wrong that may still pass. */
    DEGRADED,
    /** It runs, at the commit. */
    LIVE,
    /** It was tried and is not tried again. */
    FAILED,
    /** Another commit took its place, or the pull request is closed. */
    SUPERSEDED
  }

  public Observation {
    troubles = List.copyOf(troubles);
  }

  static Observation of(Stage stage, String words) {
    return new Observation(stage, words, List.of());
  }

  Observation with(List<Trouble> others) {
    return new Observation(stage, words, others);
  }
}
