package dev.mayfly.live;

import java.time.Duration;

/**
 * How waiting ended.
 *
 * @param last what was seen last, with all that is known of why
 * @param took from the first look to the end
 */
public record Ending(Result result, Observation last, Duration took) {
  /** One word for scripts, in lower case. */
  public enum Result {
    LIVE,
    FAILED,
    TIMED_OUT,
    /** Not live yet, and nobody looks again. */
    WAITING,
    SUPERSEDED
  }
}
