package dev.mayfly.forge;

/**
 * The one comment that is kept up to date instead of repeated. It is known by a marker in its first
 * line that does not show, and by its author.
 *
 * @param key lower-case letters, digits and dashes; one comment per key and pull request
 * @param onlyUpdate to change what was said before, and to say nothing where nothing was
 */
public record StickyComment(String key, String body, boolean onlyUpdate) {
  /** Below the 65,536 characters of GitHub, the lowest of the forges' limits. */
  static final int LONGEST = 60_000;

  private static final String CUT = "\n\n… (cut)\n";

  public StickyComment {
    if (!key.matches("[a-z0-9][a-z0-9-]{0,99}")) {
      throw new IllegalArgumentException("a comment's key is lower-case letters, digits, dashes");
    }
  }

  String marker() {
    return "<!-- mayfly:" + key + " -->";
  }

  /** What is sent: the marker and the body, cut where the forge would refuse it. */
  String text() {
    String text = marker() + "\n" + body;
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - CUT.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + CUT;
  }

  boolean marks(String text) {
    return text.equals(marker())
        || text.startsWith(marker() + "\n")
        || text.startsWith(marker() + "\r\n");
  }
}
