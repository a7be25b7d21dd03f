package dev.mayfly.preview;

import java.util.Locale;
import java.util.Optional;

/**
 * A repository as its forge names it: {@code owner/name}; GitLab has groups below groups. Forges
 * compare these without regard to case, so equality here does too.
 */
public record RepositoryName(String path) {
  public RepositoryName {
    if (!isValid(path)) {
      throw new IllegalArgumentException("not a repository of the form owner/name");
    }
  }

  /** Reads untrusted text. */
  public static Optional<RepositoryName> parse(String text) {
    return isValid(text) ? Optional.of(new RepositoryName(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    String[] segments = text.split("/", -1);
    if (text.length() > 255 || segments.length < 2) {
      return false;
    }
    for (String segment : segments) {
      if (!segment.matches("\\.?[A-Za-z0-9_][A-Za-z0-9._-]*") || segment.endsWith(".git")) {
        return false;
      }
    }
    return true;
  }

  /** Everything before the last slash. */
  public String owner() {
    return path.substring(0, path.lastIndexOf('/'));
  }

  /** What stands after the last slash. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RepositoryName(String otherPath) && path.equalsIgnoreCase(otherPath);
  }

  @Override
  public int hashCode() {
    return path.toLowerCase(Locale.ROOT).hashCode();
  }

  @Override
  public String toString() {
    return path;
  }
}
