package dev.mayfly.access;

import java.util.function.IntPredicate;

/** A value that goes into one header of requests to one host and is never printed. */
final class Secret {
  private static final IntPredicate PRINTABLE = c -> c > ' ' && c <= '~';
  private final String value;

  /** Refuses what no header can carry, without repeating it. */
  Secret(String value) {
    if (value.isEmpty() || !value.chars().allMatch(PRINTABLE)) {
      throw new IllegalArgumentException("a token holds only printable ASCII characters");
    }
    this.value = value;
  }

  /** For the header alone. */
  String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
