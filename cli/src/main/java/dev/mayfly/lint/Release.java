package dev.mayfly.lint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release line, such as 3.5; patch numbers change no field. */
public record Release(int major, int minor) implements Comparable<Release> {
  private static final Pattern FORM = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(\\.\\d{1,4})?");

  /** Reads {@code 3.5}, {@code v3.5} or {@code 3.5.1}. */
  public static Optional<Release> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Release(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  public boolean isBefore(int otherMajor, int otherMinor) {
    return compareTo(new Release(otherMajor, otherMinor)) < 0;
  }

  @Override
  public int compareTo(Release other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
