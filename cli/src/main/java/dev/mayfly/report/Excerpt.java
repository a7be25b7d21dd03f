package dev.mayfly.report;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;

/**
 * One line of a source with a span to point at, ready to print: escaped, and cut around the span
 * where the line is long. Cut first: a line may be as long as its file.
 *
 * @param indent how far the pointer is from the start of the line
 * @param carets how many characters the pointer covers; at least one
 */
record Excerpt(String line, int indent, int carets) {
  private static final int SHOWN = 100;
  private static final int BEFORE = 30;
  private static final String CUT = "...";

  static Excerpt of(Location location) {
    Source source = location.source();
    String text = source.text();
    int first = source.offset(location.line(), 1);
    int last = source.endOfLine(location.line());
    int start = source.offset(location.line(), location.column());
    boolean whole = ahead(text, first, SHOWN, last) == last;
    int from = whole ? first : back(text, start, BEFORE, first);
    int to = ahead(text, from, SHOWN, last);
    int covered =
        location.endLine() > location.line()
            ? SHOWN
            : Math.clamp((long) location.endColumn() - location.column(), 0, SHOWN);
    int end = Math.min(to, ahead(text, start, covered, last));

    String before = (from > first ? CUT : "") + escaped(text, from, start);
    String span = escaped(text, start, end);
    String after = escaped(text, end, to);
    String line = before + span + after + (to < last ? CUT : "");
    return new Excerpt(line, length(before), Math.max(1, length(span)));
  }

  /** So many code points further, or the limit. */
  private static int ahead(String text, int at, int count, int limit) {
    int end = at;
    for (int i = 0; i < count && end < limit; i++) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static int back(String text, int at, int count, int limit) {
    int start = at;
    for (int i = 0; i < count && start > limit; i++) {
      start -= Character.charCount(text.codePointBefore(start));
    }
    return start;
  }

  private static String escaped(String text, int from, int to) {
    StringBuilder shown = new StringBuilder();
    text.substring(from, to)
        .codePoints()
        .forEach(c -> shown.append(c == '\t' ? " " : TerminalText.clean(c)));
    return shown.toString();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
