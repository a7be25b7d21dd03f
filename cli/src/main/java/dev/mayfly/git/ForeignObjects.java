package dev.mayfly.git;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import java.io.IOException;
import org.eclipse.jgit.errors.MissingObjectException;

/**
 * The border to what somebody else wrote: objects and answers of a remote. JGit throws whatever its
 * parsers stumble over, runtime exceptions included; nothing of it is a bug of this program, so
 * here it becomes a problem.
 */
final class ForeignObjects {
  /** Reads something that may be damaged. */
  interface Reading<T> {
    T run() throws IOException;
  }

  private ForeignObjects() {}

  /**
   * Runs the reading.
   *
   * @param what is read, such as {@code a tree}
   * @throws ProblemsException (remote) when it is not there or cannot be understood
   */
  static <T> T read(String what, Reading<T> reading) {
    try {
      return run(reading);
    } catch (MissingObjectException e) {
      throw caused(
          Fault.REMOTE.error(
              "object-missing", "the remote did not send " + what + " of its own commit", ""),
          e);
    } catch (IOException e) {
      throw caused(
          Fault.REMOTE.error(
              "object-damaged",
              what + " of the remote cannot be read: " + words(e),
              "`git fsck` in a clone shows what is damaged"),
          e);
    }
  }

  /** Runs the reading; an exception of any kind is one that a caller has to expect. */
  static <T> T run(Reading<T> reading) throws IOException {
    try {
      return reading.run();
    } catch (ProblemsException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IOException("it is not well formed", e);
    }
  }

  private static String words(IOException e) {
    String message = e.getMessage();
    return message == null ? "it is not well formed" : CleanText.of(message);
  }

  private static ProblemsException caused(ProblemsException problem, IOException e) {
    problem.initCause(e);
    return problem;
  }
}
