package dev.mayfly.forge;

import java.time.Instant;
import java.util.Optional;

/**
 * When a label was put on a pull request, and when its head was pushed, by the forge's clock. A
 * commit's own dates are written by its author and say nothing.
 *
 * @param labelled empty when the label is not on it, or the forge does not say since when
 * @param pushed empty when the forge does not say
 */
public record LabelTiming(Optional<Instant> labelled, Optional<Instant> pushed) {
  /** Whether someone saw the head as it is now when they set the label. */
  public enum Age {
    NEWER,
    OLDER,
    /** The forge does not say. */
    UNKNOWN
  }

  public Age age() {
    if (labelled.isEmpty() || pushed.isEmpty()) {
      return Age.UNKNOWN;
    }
    return labelled.get().isAfter(pushed.get()) ? Age.NEWER : Age.OLDER;
  }
}
