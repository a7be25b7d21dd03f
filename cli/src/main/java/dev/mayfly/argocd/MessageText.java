package dev.mayfly.argocd;

import dev.mayfly.diagnostic.VisibleCharacters;

/** Foreign text in a message: without control characters, and not longer than a line. */
final class MessageText {
  private static final int LONGEST = 80;

  private MessageText() {}

  static String value(String text) {
    String clean = text(text);
    int length = clean.codePointCount(0, clean.length());
    return length <= LONGEST
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, LONGEST)) + "...";
  }

  static String quoted(String text) {
    return "`" + value(text) + "`";
  }

  /** Neither terminal commands nor text that runs backwards gets through. */
  static String text(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(c -> VisibleCharacters.isHarmless(c) ? c : ' ')
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
