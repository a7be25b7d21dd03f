package dev.mayfly.platform;

/** A release line such as 3.5. */
public record ReleaseLine(int major, int minor) implements Comparable<ReleaseLine> {
  /** Reads {@code major.minor}. */
  public static ReleaseLine parse(String text) {
    int dot = text.indexOf('.');
    return new ReleaseLine(
        Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
  }

  public boolean isAtLeast(int otherMajor, int otherMinor) {
    return compareTo(new ReleaseLine(otherMajor, otherMinor)) >= 0;
  }

  @Override
  public int compareTo(ReleaseLine other) {
    int byMajor = Integer.compare(major, other.major);
    return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
