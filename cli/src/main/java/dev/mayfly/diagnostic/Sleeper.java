package dev.mayfly.diagnostic;

import java.time.Duration;

/** Waits; a test waits in no time. */
@FunctionalInterface
public interface Sleeper {
  void sleep(Duration duration) throws InterruptedException;
}
