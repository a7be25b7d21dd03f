package dev.mayfly.command.console;

import java.io.PrintStream;

/**
 * What is said when memory is used up. Other threads may still hold and take it, so this allocates
 * next to nothing, loads no class that needs room, and tries until it gets through.
 */
public final class MemoryUsedUp {
  private static final int ATTEMPTS = 100;
  private static final int PAUSE = 100;

  private MemoryUsedUp() {}

  /** A class that found no room to be initialised throws another error around this one. */
  public static boolean isCauseOf(Throwable error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  public static void say(PrintStream err) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        StringBuilder text = new StringBuilder(256);
        text.append("error[memory]: the run needs more than the ");
        text.append(Runtime.getRuntime().maxMemory() >> 20);
        text.append(" MiB of memory that it may take\n");
        text.append("  = hint: give it less at a time, or more room: `MAYFLY_MEMORY=2g`\n");
        err.print(text);
        err.flush();
        return;
      } catch (OutOfMemoryError again) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
