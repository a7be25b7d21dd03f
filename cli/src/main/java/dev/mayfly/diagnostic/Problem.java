package dev.mayfly.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong.
 *
 * @param id stable name of the situation in kebab case, such as {@code unknown-key}
 * @param location where it stands; null when nothing written is at fault
 * @param message one sentence that does not repeat the source line
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

  public static Problem warning(
      String id, @Nullable Location location, String message, String hint) {
    return new Problem(id, Severity.WARNING, location, message, hint);
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
