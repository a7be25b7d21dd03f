package dev.mayfly.git;

import dev.mayfly.diagnostic.VisibleCharacters;

/** Text of a server, a commit or a user, made fit for a message: one short line, no control. */
final class CleanText {
  private static final int LONGEST = 300;

  private CleanText() {}

  /**
   * Line ends become spaces; control, format (bidirectional marks, zero width) and unpaired
   * surrogate characters become {@code ?}. Git cleans what a server says; JGit hands it on raw.
   */
  static String of(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .limit(LONGEST + 1L)
        .forEach(point -> {
          if (point == '\n' || point == '\r' || point == '\t') {
            clean.append(' ');
          } else if (VisibleCharacters.isPrintable(point)) {
            clean.appendCodePoint(point);
          } else {
            clean.append('?');
          }
        });
    String line = clean.toString().strip().replaceAll(" {2,}", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
