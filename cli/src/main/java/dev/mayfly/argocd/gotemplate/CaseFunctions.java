package dev.mayfly.argocd.gotemplate;

import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

/** Functions that change letters, one at a time as Go does (Masterminds/sprig v3.3.0, goutils). */
final class CaseFunctions {
  private CaseFunctions() {}

  static void addTo(FunctionTable all) {
    all.text("lower", 1, a -> each(a.text(0), Character::toLowerCase));
    all.text("upper", 1, a -> each(a.text(0), Character::toUpperCase));
    all.text("swapcase", 1, a -> swapped(a.text(0)));
    all.text("title", 1, a -> title(a.text(0)));
    all.text("untitle", 1, a -> untitle(a.text(0)));
    all.text("initials", 1, a -> initials(a.text(0)));
    all.text("camelcase", 1, a -> pascal(a.text(0)));
    all.text("kebabcase", 1, a -> WordCase.joined(a.text(0), '-'));
    all.text("snakecase", 1, a -> WordCase.joined(a.text(0), '_'));
  }

  private static String each(String text, IntUnaryOperator letter) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(letter).forEach(out::appendCodePoint);
    return out.toString();
  }

  static boolean isSpace(int c) {
    return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || Character.isSpaceChar(c);
  }

  /** Without spaces at both ends, as Go's {@code strings.TrimSpace} sees them. */
  static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** What is upper or title case becomes lower; what is lower becomes title case after a space. */
  private static String swapped(String text) {
    StringBuilder out = new StringBuilder();
    boolean space = true;
    for (int c : text.codePoints().toArray()) {
      if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
        out.appendCodePoint(Character.toLowerCase(c));
        space = false;
      } else if (Character.isLowerCase(c)) {
        out.appendCodePoint(space ? Character.toTitleCase(c) : Character.toUpperCase(c));
        space = false;
      } else {
        out.appendCodePoint(c);
        space = isSpace(c);
      }
    }
    return out.toString();
  }

  /**
   * Letters, digits and underscores of ASCII, and letters and digits elsewhere, are no separators.
   */
  private static boolean separates(int c) {
    boolean word = c == '_' || Character.isLetterOrDigit(c);
    return !word && (c < 0x80 || isSpace(c));
  }

  private static String title(String text) {
    StringBuilder out = new StringBuilder();
    int before = ' ';
    for (int c : text.codePoints().toArray()) {
      out.appendCodePoint(separates(before) ? Character.toTitleCase(c) : c);
      before = c;
    }
    return out.toString();
  }

  private static String untitle(String text) {
    StringBuilder out = new StringBuilder();
    boolean next = true;
    for (int c : text.codePoints().toArray()) {
      boolean space = isSpace(c);
      out.appendCodePoint(next && !space ? Character.toLowerCase(c) : c);
      next = space;
    }
    return out.toString();
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
