package dev.mayfly.command;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The most time that a whole command may take, whoever keeps it waiting. It runs in a virtual
 * thread, since an interrupt ends a wait for a socket there (Java, {@code java.net.Socket}), so
 * that temporary folders are removed on the way out.
 */
record TimeLimit(Duration limit) {
  /** What going away in order may take; whoever needs longer is left behind. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /**
   * Runs the command.
   *
   * @param current what goes on in it now, in words that follow "while"
   * @throws ProblemsException (remote) when the time is over
   */
  int run(IntSupplier command, Supplier<String> current) {
    FutureTask<Integer> task = new FutureTask<>(command::getAsInt);
    Thread thread = Thread.ofVirtual().name("command").start(task);
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      String waited = current.get();
      thread.interrupt();
      leave(thread);
      throw over(waited);
    } catch (InterruptedException e) {
      thread.interrupt();
      leave(thread);
      Thread.currentThread().interrupt();
      throw over(current.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException problem
          ? problem
          : new IllegalStateException(e);
    }
  }

  private static void leave(Thread thread) {
    try {
      thread.join(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ProblemsException over(String waited) {
    return Fault.REMOTE.error(
        "timed-out",
        "the command did not end within the "
            + limit.toSeconds()
            + " s of `--timeout`"
            + (waited.isEmpty() ? "" : ", while " + waited),
        "what was sent may have arrived; run it again with more time, which finishes what is"
            + " half done");
  }
}
