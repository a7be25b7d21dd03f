package dev.mayfly.preview;

import dev.mayfly.diagnostic.VisibleCharacters;

/** Text that a stranger wrote, made fit to be shown in one line. */
public final class UntrustedText {
  private static final String ELLIPSIS = "…";

  private UntrustedText() {}

  /**
   * The text without control, format (bidirectional marks, zero-width and tag characters),
   * private-use and unassigned characters and without unpaired surrogates; runs of white space
   * become one space. At most {@code maxLength} code points, the last of them an ellipsis where
   * something was cut off.
   */
  public static String clean(String text, int maxLength) {
    if (maxLength < 1) {
      throw new IllegalArgumentException("nothing fits into " + maxLength + " characters");
    }
    StringBuilder shown = new StringBuilder(Math.min(text.length(), maxLength));
    int count = 0;
    boolean space = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (isSpace(c)) {
        space = count > 0;
      } else if (VisibleCharacters.isPrintable(c)) {
        int wanted = space ? 2 : 1;
        if (count + wanted > maxLength) {
          return cut(shown, count, maxLength);
        }
        shown.append(space ? " " : "").appendCodePoint(c);
        count += wanted;
        space = false;
      }
    }
    return shown.toString();
  }

  private static String cut(StringBuilder shown, int count, int maxLength) {
    if (count == maxLength) {
      shown.setLength(shown.offsetByCodePoints(shown.length(), -1));
    }
    return shown.toString().stripTrailing() + ELLIPSIS;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }
}
