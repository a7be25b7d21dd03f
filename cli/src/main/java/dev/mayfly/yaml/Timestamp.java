package dev.mayfly.yaml;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Moments as RFC 3339 writes them, with any offset. */
public final class Timestamp {
  private Timestamp() {}

  /** Empty for what is none, and for a day that no calendar has. */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
