package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.http.RetryBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {
  private static final Duration BUDGET = Duration.ofSeconds(180);
  private static final Instant START = Instant.EPOCH;

  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = START;

  /** A clock that only pauses move. */
  private Retry retry(Duration budget) {
    return new Retry(
        () -> now,
        new SplittableRandom(7),
        pause -> {
          pauses.add(pause);
          now = now.plus(pause);
        },
        budget);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 300, 0, 300",
    "2, 300, 0, 600",
    "4, 300, 0, 2400",
    "99, 300, 0, 2400",
    "1, 0, 0, 50",
    "1, 60000, 0, 2000",
    "99, 60000, 0, 16000",
    "4, 300, 45, 1200",
    "4, 300, 89, 26",
    "4, 300, 90, 0",
    "4, 300, 179, 0",
    "4, 300, 999, 0",
    "4, 300, -1, 2400"
  })
  void aPauseIsMeasuredByARoundAndShrinksWithAge(int lost, long round, long age, long longest) {
    assertThat(Retry.longestPause(lost, Duration.ofMillis(round), Duration.ofSeconds(age), BUDGET))
        .isEqualTo(Duration.ofMillis(longest));
  }

  @Test
  void whoHasLostLongerNeverWaitsLonger() {
    Duration before = Duration.ofDays(1);
    for (int age = 0; age <= 200; age++) {
      Duration longest =
          Retry.longestPause(9, Duration.ofMillis(700), Duration.ofSeconds(age), BUDGET);
      assertThat(longest).isBetween(Duration.ZERO, before);
      before = longest;
    }
    assertThat(before).isZero();
  }

  @Test
  void pausesLieBetweenHalfOfTheLongestAndTheLongest() {
    Retry retry = retry(BUDGET);
    for (int i = 0; i < 500; i++) {
      now = START;
      assertThat(retry.pause(3, Duration.ofMillis(100), START)).isTrue();
    }
    assertThat(pauses)
        .allSatisfy(it -> assertThat(it.toMillis()).isBetween(200L, 400L))
        .anySatisfy(it -> assertThat(it.toMillis()).isLessThan(220))
        .anySatisfy(it -> assertThat(it.toMillis()).isGreaterThan(380));
  }

  @Test
  void racesEndWithTheBudgetAndNotWithACount() {
    Retry retry = retry(BUDGET);
    int lost = 0;
    while (retry.pause(++lost, Duration.ofSeconds(1), START)) {
      now = now.plusSeconds(1);
    }
    assertThat(lost).isGreaterThan(90);
    assertThat(Duration.between(START, now)).isBetween(BUDGET, BUDGET.plusSeconds(1));
    now = START.plus(BUDGET).minusMillis(1);
    assertThat(retry.pause(1, Duration.ofSeconds(1), START)).isTrue();
    now = START.plus(BUDGET);
    assertThat(retry.pause(1, Duration.ofSeconds(1), START)).isFalse();
    now = START.plus(BUDGET).plusSeconds(1);
    assertThat(retry.pause(1, Duration.ofSeconds(1), START)).isFalse();
  }

  @Test
  void noPauseReachesBeyondTheBudget() {
    Retry retry = retry(Duration.ofMillis(30));
    assertThat(retry.pause(9, Duration.ofSeconds(1), START)).isTrue();
    assertThat(pauses.getLast()).isLessThanOrEqualTo(Duration.ofMillis(30));
    now = START.plusMillis(10);
    assertThat(retry.pause(9, Duration.ofSeconds(2), START)).isTrue();
    assertThat(pauses.getLast()).isLessThanOrEqualTo(Duration.ofMillis(20));
  }

  @Test
  void anOutageOfFiveSecondsIsSurvived() {
    assertThat(List.of(1, 2, 3, 4, 9).stream().map(RetryBudget::longestBackOff))
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(4),
            Duration.ofSeconds(4));
    for (int i = 0; i < 100; i++) {
      now = START;
      Retry retry = retry(BUDGET);
      int attempt = 0;
      while (retry.backOff(++attempt, START)) {}
      assertThat(attempt).isEqualTo(Retry.ATTEMPTS);
      assertThat(Duration.between(START, now))
          .isBetween(Duration.ofMillis(5500), Duration.ofSeconds(11));
    }
  }

  /** A server that is silent costs one wait for it, and not one an attempt. */
  @Test
  void whatTookLongIsNotTriedAgain() {
    Retry retry = retry(BUDGET);
    now = START.plus(Retry.OUTAGE);
    assertThat(retry.backOff(1, START)).isFalse();
    now = START.plusSeconds(18);
    assertThat(retry.backOff(1, START)).isTrue();
    now = START.plusMillis(1);
    assertThat(retry(Duration.ofMillis(300)).backOff(1, START)).isFalse();
  }

  @Test
  void anInterruptEndsBoth() {
    Retry retry =
        new Retry(
            () -> START,
            new SplittableRandom(7),
            pause -> {
              throw new InterruptedException();
            },
            BUDGET);
    assertThat(retry.pause(1, Duration.ofSeconds(1), START)).isFalse();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(retry.backOff(1, START)).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }
}
