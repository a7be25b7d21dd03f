package dev.mayfly.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text that problems point into: a file, standard input, or one blob of a Git tree. */
public final class Source {
  private final String name;
  private final String text;
  private @Nullable List<String> lines;

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

  /** The line with this 1-based number without its line end; empty when there is no such line. */
  public synchronized String line(int number) {
    if (lines == null) {
      lines = split(text);
    }
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }

  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(text.substring(start, i));
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    lines.add(text.substring(start));
    return lines;
  }

  @Override
  public String toString() {
    return name;
  }
}
