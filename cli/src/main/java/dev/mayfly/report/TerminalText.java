package dev.mayfly.report;

import dev.mayfly.diagnostic.VisibleCharacters;
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
    return VisibleCharacters.isHarmless(character)
        ? Character.toString(character)
        : escape(character);
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
