package dev.mayfly.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that only a test moves. */
final class MovedClock extends Clock {
  private volatile Instant now;

  MovedClock() {
    this(CommandLineRun.CLOCK.instant());
  }

  MovedClock(Instant start) {
    this.now = start;
  }

  void move(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
