package dev.mayfly.report;

import java.util.Locale;

/** Text that cannot move the cursor, change colours or turn the reading direction. */
public final class TerminalText {
  private TerminalText() {}

  /** The text with every character that is not plainly visible written as an escape. */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(character -> clean.append(clean(character)));
    return clean.toString();
  }

  static String clean(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          escape(character);
      default -> Character.toString(character);
    };
  }

  private static String escape(int character) {
    return switch (character) {
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> String.format(Locale.ROOT, "\\u{%x}", character);
    };
  }
}
