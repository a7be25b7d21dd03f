package dev.mayfly.diagnostic;

import java.util.Comparator;
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
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(
              Problem::location, Comparator.nullsFirst(Comparator.<Location>naturalOrder()))
          .thenComparing(Problem::severity)
          .thenComparing(Problem::id)
          .thenComparing(Problem::message);

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
    return ORDER.compare(this, other);
  }
}
