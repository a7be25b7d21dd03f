package dev.mayfly.diagnostic;

import java.time.Duration;

/** Waits; a test waits in no time. */
@FunctionalInterface
public interface Sleeper {
  void sleep(Duration duration) throws InterruptedException;

  /** Waits; false when the run is told to end meanwhile. */
  default boolean slept(Duration duration) {
    try {
      sleep(duration);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
