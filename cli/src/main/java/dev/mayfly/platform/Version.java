package dev.mayfly.platform;

import java.util.Comparator;

/** A release line such as 3.5. */
public record Version(int major, int minor) implements Comparable<Version> {
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major).thenComparingInt(Version::minor);

  /** Reads {@code major.minor}. */
  public static Version parse(String text) {
    int dot = text.indexOf('.');
    return new Version(
        Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
  }

  public boolean isAtLeast(int otherMajor, int otherMinor) {
    return compareTo(new Version(otherMajor, otherMinor)) >= 0;
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
