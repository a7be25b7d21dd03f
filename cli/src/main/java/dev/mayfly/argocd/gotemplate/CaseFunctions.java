package dev.mayfly.argocd.gotemplate;

import java.nio.charset.StandardCharsets;
import java.util.function.IntBinaryOperator;

/** Functions that change letters, one at a time as Go does (Masterminds/sprig v3.3.0, goutils). */
final class CaseFunctions {
  private CaseFunctions() {}

  static void addTo(FunctionTable all) {
    all.text("lower", 1, a -> each(a.text(0), (before, c) -> Character.toLowerCase(c)));
    all.text("upper", 1, a -> each(a.text(0), (before, c) -> Character.toUpperCase(c)));
    all.text("swapcase", 1, a -> each(a.text(0), CaseFunctions::swapped));
    all.text("title", 1, a -> each(a.text(0), CaseFunctions::title));
    all.text("untitle", 1, a -> each(a.text(0), CaseFunctions::untitle));
    all.text("initials", 1, a -> initials(a.text(0)));
    all.text("camelcase", 1, a -> pascal(a.text(0)));
    all.text("kebabcase", 1, a -> WordCase.joined(a.text(0), '-'));
    all.text("snakecase", 1, a -> WordCase.joined(a.text(0), '_'));
  }

  /** What becomes of each letter, by the one before it; a space stands before the first. */
  private static String each(String text, IntBinaryOperator letter) {
    StringBuilder out = new StringBuilder();
    int before = ' ';
    for (int c : text.codePoints().toArray()) {
      out.appendCodePoint(letter.applyAsInt(before, c));
      before = c;
    }
    return out.toString();
  }

  static boolean isSpace(int c) {
    return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || Character.isSpaceChar(c);
  }

  /** Without spaces at both ends, as Go's {@code strings.TrimSpace} sees them. */
  static String trimmed(String text) {
    return TextFunctions.trimmed(text, CaseFunctions::isSpace);
  }

  /** What is upper or title case becomes lower; what is lower becomes title case after a space. */
  private static int swapped(int before, int c) {
    if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
      return Character.toLowerCase(c);
    }
    if (!Character.isLowerCase(c)) {
      return c;
    }
    return isSpace(before) ? Character.toTitleCase(c) : Character.toUpperCase(c);
  }

  /**
   * Letters, digits and underscores of ASCII, and letters and digits elsewhere, are no separators.
   */
  private static boolean separates(int c) {
    boolean word = c == '_' || Character.isLetterOrDigit(c);
    return !word && (c < 0x80 || isSpace(c));
  }

  private static int title(int before, int c) {
    return separates(before) ? Character.toTitleCase(c) : c;
  }

  private static int untitle(int before, int c) {
    return isSpace(before) ? Character.toLowerCase(c) : c;
  }

  private static String initials(String text) {
    StringBuilder out = new StringBuilder();
    boolean next = true;
    // The library takes the first byte of a word for its first letter.
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      if (isSpace(c)) {
        next = true;
      } else if (next) {
        out.appendCodePoint(c);
        next = false;
      }
    }
    return out.toString();
  }

  /** {@code some_words} as {@code SomeWords} (huandu/xstrings v1.5.0). */
  private static String pascal(String text) {
    int[] letters = text.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < letters.length && WordCase.isConnector(letters[i])) {
      out.appendCodePoint(letters[i++]);
    }
    if (i == letters.length) {
      // Where there is nothing but connectors, the library writes the last of them twice.
      return i == 0 ? "" : out.appendCodePoint(letters[i - 1]).toString();
    }
    boolean upper = Character.isUpperCase(letters[i]);
    int now = Character.toUpperCase(letters[i++]);
    while (i < letters.length) {
      int before = now;
      now = letters[i++];
      if (WordCase.isConnector(now) && WordCase.isConnector(before)) {
        out.appendCodePoint(before);
      } else if (WordCase.isConnector(before)) {
        upper = Character.isUpperCase(now);
        now = Character.toUpperCase(now);
      } else {
        if (upper && Character.isUpperCase(now)) {
          now = Character.toLowerCase(now);
        } else {
          upper = false;
        }
        out.appendCodePoint(before);
      }
    }
    return out.appendCodePoint(now).toString();
  }
}
