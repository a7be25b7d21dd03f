package dev.mayfly.http;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The time that all requests of a run share, and how it is spent between attempts. */
public final class RetryBudget {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(4);
  private final HttpAccess access;
  private final Instant deadline;

  RetryBudget(HttpAccess access) {
    this.access = access;
    this.deadline = now().plus(access.limits().budget());
  }

  Instant now() {
    return access.clock().instant();
  }

  /** How long the next request may take; nothing or less when the time is over. */
  Duration forRequest() {
    Duration left = Duration.between(now(), deadline);
    Duration most = access.limits().answer();
    return left.compareTo(most) < 0 ? left : most;
  }

  boolean allows(Duration wait) {
    return now().plus(wait).isBefore(deadline);
  }

  /** Pauses after so many attempts, from 1; false when the run is told to end. */
  boolean backOff(int attempts) {
    return sleep(jittered(longestBackOff(attempts), access.random()));
  }

  boolean sleep(Duration duration) {
    return access.sleeper().slept(duration);
  }

  /** The longest pause before a server that failed is asked again: seconds, as it needs them. */
  public static Duration longestBackOff(int attempts) {
    Duration longest = FIRST.multipliedBy(1L << Math.clamp(attempts - 1L, 0, 10));
    return longest.compareTo(LONGEST) < 0 ? longest : LONGEST;
  }

  /** Between half of the longest and the longest: apart from others, and in the order of age. */
  public static Duration jittered(Duration longest, RandomGenerator random) {
    long half = longest.toMillis() / 2;
    return Duration.ofMillis(half + random.nextLong(longest.toMillis() - half + 1));
  }
}
