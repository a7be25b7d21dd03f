package dev.mayfly.git;

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
        .forEach(
            point -> {
              if (point == '\n' || point == '\r' || point == '\t') {
                clean.append(' ');
              } else if (isShown(point)) {
                clean.appendCodePoint(point);
              } else {
                clean.append('?');
              }
            });
    String line = clean.toString().strip().replaceAll(" {2,}", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }

  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> true;
    };
  }
}
