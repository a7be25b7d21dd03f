package dev.mayfly.git;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How long to go on trying. Bounded by time and not by attempts: at a hundred writers on one branch
 * single ones need fifteen attempts. The pause is "full jitter": anything from nothing to a bound
 * that doubles.
 */
public final class Retry {
  /** Waits; a test's does not. */
  @FunctionalInterface
  public interface Sleeper {
    void sleep(Duration pause) throws InterruptedException;
  }

  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private final InstantSource clock;
  private final RandomGenerator random;
  private final Sleeper sleeper;
  private final Duration budget;

  public Retry(InstantSource clock, RandomGenerator random, Sleeper sleeper, Duration budget) {
    this.clock = clock;
    this.random = random;
    this.sleeper = sleeper;
    this.budget = budget;
  }

  Instant deadline() {
    return clock.instant().plus(budget);
  }

  /** Pauses after the attempt of this number, from 1; false when the time is used up. */
  boolean pause(int attempt, Instant deadline) {
    long bound = Math.min(FIRST.toMillis() << Math.min(attempt - 1, 10), LONGEST.toMillis());
    Duration pause = Duration.ofMillis(random.nextLong(bound + 1));
    if (clock.instant().plus(pause).isAfter(deadline)) {
      return false;
    }
    try {
      sleeper.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
