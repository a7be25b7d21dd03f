package dev.mayfly.forge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time that all requests of a run share, and how it is spent between attempts. */
final class RetryBudget {
  /** How often one request is sent at most. */
  static final int ATTEMPTS = 4;

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private final ForgeAccess access;
  private final InstantSource clock;
  private final Instant deadline;

  RetryBudget(ForgeAccess access) {
    this.access = access;
    this.clock = access.clock();
    this.deadline = clock.instant().plus(access.budget());
  }

  Instant now() {
    return clock.instant();
  }

  /** How long the next request may take. */
  Duration forRequest() throws ForgeException {
    Duration left = Duration.between(now(), deadline);
    if (left.compareTo(Duration.ofMillis(1)) < 0) {
      throw ForgeException.of(
          ForgeException.Kind.UNREACHABLE,
          "the forge took longer than the " + access.budget().toSeconds() + " s this run may take");
    }
    return left.compareTo(access.request()) < 0 ? left : access.request();
  }

  boolean allows(Duration wait) {
    return now().plus(wait).isBefore(deadline);
  }

  /** Exponential back-off with full jitter, after the given number of attempts. */
  void backOff(int attempts) throws ForgeException {
    Duration ceiling = FIRST.multipliedBy(1L << Math.min(attempts, 10));
    long longest = Math.min(ceiling.toMillis(), LONGEST.toMillis());
    sleep(Duration.ofMillis(access.jitter().nextLong(longest + 1)));
  }

  void sleep(Duration duration) throws ForgeException {
    try {
      access.sleeper().sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    }
  }

  static ForgeException interrupted() {
    return ForgeException.of(ForgeException.Kind.UNREACHABLE, "the run was interrupted");
  }
}
