package dev.mayfly.preview;

import java.util.Optional;

/** The number of a pull request in its repository: 1 to 2147483647. */
public record PullRequestNumber(int value) implements Comparable<PullRequestNumber> {
  /** The largest number; every name is proven to fit with it. */
  public static final PullRequestNumber LARGEST = new PullRequestNumber(Integer.MAX_VALUE);

  public PullRequestNumber {
    if (value < 1) {
      throw new IllegalArgumentException("a pull request number is at least 1");
    }
  }

  /** Reads untrusted text: decimal digits without sign or leading zero, in range. */
  public static Optional<PullRequestNumber> parse(String text) {
    if (text.isEmpty() || text.length() > 10 || text.charAt(0) == '0') {
      return Optional.empty();
    }
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    long value = Long.parseLong(text);
    return value <= Integer.MAX_VALUE
        ? Optional.of(new PullRequestNumber((int) value))
        : Optional.empty();
  }

  @Override
  public int compareTo(PullRequestNumber other) {
    return Integer.compare(value, other.value);
  }

  // Written out: a record's own are linked anew at every start (ADR 0005).
  @Override
  public boolean equals(Object other) {
    return other instanceof PullRequestNumber number && number.value == value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
