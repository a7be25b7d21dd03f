package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;

/**
 * Turns offsets of a text into lines and columns. Offsets are asked for in rising order, so that a
 * file of one very long line costs one pass and not one pass a token.
 */
final class TextCursor {
  private final Source source;
  private int offset;
  private int line = 1;
  private int column = 1;

  TextCursor(Source source) {
    this.source = source;
  }

  /** The character at this offset as a span of one column. */
  Location at(long wanted) {
    String text = source.text();
    int end = (int) Math.min(wanted, text.length());
    while (offset < end) {
      int c = text.codePointAt(offset);
      offset += Character.charCount(c);
      if (c == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Location(source, line, column, line, column + 1);
  }
}
