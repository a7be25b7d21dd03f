package dev.mayfly.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong. How it is worded, which a test reads in all goldens and sources:
 *
 * <ul>
 *   <li>The message is one sentence: what is wrong, without a full stop and on one line. It begins
 *       small, unless with a name. Advice goes into the hint.
 *   <li>What was written, and what is called by a name, stands in backticks.
 *   <li>It says the words that people search for: <i>unknown</i> for what nobody knows,
 *       <i>missing</i> for what has to be there, <i>not allowed</i> for what must not,
 *       <i>duplicate</i> for what stands twice, <i>re-render</i> for what {@code sync} does to an
 *       overlay.
 *   <li>It is plain: <i>is not a</i> and never <i>is no</i>, <i>are no</i> or <i>is none</i>;
 *       <i>fix</i> and never <i>mend</i>, <i>again</i> and never <i>anew</i>, <i>anyone</i> and
 *       never <i>anybody</i>. Most readers did not grow up with English.
 * </ul>
 *
 * @param id stable name of the situation in kebab case, such as {@code unknown-key}
 * @param location where it stands; null when nothing written is at fault
 * @param message see above; it does not repeat the source line
 * @param hint what to do about it; empty when the message says it all
 */
public record Problem(
    String id, Severity severity, @Nullable Location location, String message, String hint)
    implements Comparable<Problem> {
  public static Problem error(String id, @Nullable Location location, String message) {
    return new Problem(id, Severity.ERROR, location, message, "");
  }

  public static Problem error(String id, @Nullable Location location, String message, String hint) {
    return new Problem(id, Severity.ERROR, location, message, hint);
  }

  public static Problem note(String id, @Nullable Location location, String message, String hint) {
    return new Problem(id, Severity.NOTE, location, message, hint);
  }

  public static Problem warning(
      String id, @Nullable Location location, String message, String hint) {
    return new Problem(id, Severity.WARNING, location, message, hint);
  }

  /** The same where it must not keep anything from going on. */
  public Problem asWarning() {
    return warning(id, location, message, hint);
  }

  /** The same with words before it that say what it means here. */
  public Problem about(String what) {
    return new Problem(id, severity, location, what + ": " + message, hint);
  }

  @Override
  public int compareTo(Problem other) {
    int order = comparePlaces(location, other.location);
    if (order == 0) {
      order = severity.compareTo(other.severity);
    }
    if (order == 0) {
      order = id.compareTo(other.id);
    }
    return order != 0 ? order : message.compareTo(other.message);
  }

  /** What stands nowhere comes first. */
  private static int comparePlaces(@Nullable Location one, @Nullable Location other) {
    return one == null || other == null
        ? Boolean.compare(one != null, other != null)
        : one.compareTo(other);
  }
}
