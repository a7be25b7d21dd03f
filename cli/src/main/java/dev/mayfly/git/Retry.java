package dev.mayfly.git;

import dev.mayfly.diagnostic.Sleeper;
import dev.mayfly.http.RetryBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How long to go on trying, for two different reasons. A lost race calls for a pause that lets
 * others finish: it is measured by what a round takes here and now. A server that does not answer
 * needs seconds to come back. Both end by time, and not by a count: sixteen writers on one branch
 * may need a hundred rounds.
 */
public record Retry(InstantSource clock, RandomGenerator random, Sleeper sleeper, Duration budget) {
  /** How often one request goes to a server that does not answer. */
  static final int ATTEMPTS = 5;

  /** No further attempt is made so long after the first, however many are left. */
  static final Duration OUTAGE = Duration.ofSeconds(20);

  private static final Duration SHORTEST_ROUND = Duration.ofMillis(50);
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(2);
  private static final int MOST_ROUNDS = 8;

  Instant now() {
    return clock.instant();
  }

  /**
   * Pauses after a lost race; false when the budget is used up.
   *
   * @param lost how many races of this delivery are lost, from 1
   * @param round what the last one took
   * @param start when the delivery began
   */
  boolean pause(int lost, Duration round, Instant start) {
    Duration age = Duration.between(start, now());
    Duration left = budget.minus(age);
    if (!left.isPositive()) {
      return false;
    }
    Duration pause = RetryBudget.jittered(longestPause(lost, round, age, budget), random);
    return sleeper.slept(pause.compareTo(left) < 0 ? pause : left);
  }

  /**
   * The longest pause after a lost race. It doubles from one round to eight, which thins out a
   * crowd, and shrinks to nothing over half of the budget: newcomers never wait before their first
   * try, so whoever has lost for long must not wait at all.
   */
  static Duration longestPause(int lost, Duration round, Duration age, Duration budget) {
    long one = Math.clamp(round.toMillis(), SHORTEST_ROUND.toMillis(), LONGEST_ROUND.toMillis());
    long rounds = Math.min(1L << Math.clamp(lost - 1L, 0, 30), MOST_ROUNDS);
    long half = Math.max(1, budget.toMillis() / 2);
    long young = Math.clamp(half - age.toMillis(), 0, half);
    return Duration.ofMillis(one * rounds * young / half);
  }

  /**
   * Pauses before the same request goes to a server again; false when it was tried enough.
   *
   * @param attempt how many failed, from 1
   * @param start when the first one began
   */
  boolean backOff(int attempt, Instant start) {
    Duration pause = RetryBudget.jittered(RetryBudget.longestBackOff(attempt), random);
    Duration after = Duration.between(start, now()).plus(pause);
    Duration most = OUTAGE.compareTo(budget) < 0 ? OUTAGE : budget;
    return attempt < ATTEMPTS && after.compareTo(most) <= 0 && sleeper.slept(pause);
  }
}
