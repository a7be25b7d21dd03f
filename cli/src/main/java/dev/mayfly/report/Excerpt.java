package dev.mayfly.report;

import dev.mayfly.diagnostic.Location;

/**
 * One line of a source with a span to point at, ready to print: escaped, and cut around the span
 * where the line is long.
 *
 * @param indent how far the pointer is from the start of the line
 * @param carets how many characters the pointer covers; at least one
 */
record Excerpt(String line, int indent, int carets) {
  private static final int SHOWN = 100;
  private static final int BEFORE = 30;
  private static final String CUT = "...";

  static Excerpt of(Location location) {
    int[] characters = location.source().line(location.line()).codePoints().toArray();
    int start = Math.clamp(location.column() - 1L, 0, characters.length);
    boolean oneLine = location.endLine() <= location.line();
    int end =
        Math.clamp(
            oneLine ? location.endColumn() - 1L : characters.length, start, characters.length);
    int from = characters.length <= SHOWN ? 0 : Math.max(0, start - BEFORE);
    int to = Math.min(characters.length, from + SHOWN);

    String before = (from > 0 ? CUT : "") + escaped(characters, from, start);
    String span = escaped(characters, start, Math.min(end, to));
    String after = escaped(characters, Math.max(start, Math.min(end, to)), to);
    String line = before + span + after + (to < characters.length ? CUT : "");
    return new Excerpt(line, length(before), Math.max(1, length(span)));
  }

  private static String escaped(int[] characters, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(characters[i] == '\t' ? " " : TerminalText.clean(characters[i]));
    }
    return text.toString();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
