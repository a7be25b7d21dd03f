package dev.mayfly.diagnostic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text that problems point into: a file, standard input, or one blob of a Git tree. */
public final class Source {
  private final String name;
  private final String text;

  /** Where each line begins; looked up once and not once a problem. */
  private int @Nullable [] starts;

  /** The place that was asked for last: in a file of one line each next one is a little further. */
  private int knownLine;

  private int knownColumn;
  private int knownOffset;

  public Source(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** What the user calls it: a path relative to where they stand, or {@code <stdin>}. */
  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** How many lines there are; what follows the last line end is one, even when it is empty. */
  public int lines() {
    return starts().length;
  }

  /** The line with this 1-based number without its line end; empty when there is no such line. */
  public String line(int number) {
    return line(number, Integer.MAX_VALUE);
  }

  /** The first characters of a line: no more than these, however long it is. */
  public String line(int number, int longest) {
    if (number < 1 || number > lines()) {
      return "";
    }
    int start = starts()[number - 1];
    int end = endOfLine(number);
    return text.substring(start, end - start > longest ? start + longest : end);
  }

  /** Where a line ends, in characters of the text and without its line end. */
  public int endOfLine(int number) {
    if (number >= lines()) {
      return text.length();
    }
    int end = starts()[number] - 1;
    boolean both = text.charAt(end) == '\n' && end > 0 && text.charAt(end - 1) == '\r';
    return both ? end - 1 : end;
  }

  /**
   * Where a 1-based line and column, in code points, stand in the text; the end of the line where
   * it is shorter.
   */
  public synchronized int offset(int line, int column) {
    if (line < 1 || line > lines()) {
      return line < 1 ? 0 : text.length();
    }
    if (line != knownLine || column < knownColumn) {
      knownLine = line;
      knownColumn = 1;
      knownOffset = starts()[line - 1];
    }
    int end = endOfLine(line);
    while (knownColumn < column && knownOffset < end) {
      knownOffset += Character.charCount(text.codePointAt(knownOffset));
      knownColumn++;
    }
    return knownOffset;
  }

  private synchronized int[] starts() {
    if (starts == null) {
      starts = startsOf(text);
    }
    return starts;
  }

  private static int[] startsOf(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean first = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if ((c == '\n' || c == '\r') && !first) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return name;
  }
}
