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
  /** True only when it is known that someone saw this head when they set the label. */
  public boolean isLabelNewer() {
    return labelled.isPresent() && pushed.isPresent() && labelled.get().isAfter(pushed.get());
  }
}
