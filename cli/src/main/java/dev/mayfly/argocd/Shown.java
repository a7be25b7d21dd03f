package dev.mayfly.argocd;

/** Foreign text in a message: without control characters, and not longer than a line. */
final class Shown {
  private static final int LONGEST = 80;

  private Shown() {}

  static String value(String text) {
    String clean = text(text);
    int length = clean.codePointCount(0, clean.length());
    return length <= LONGEST
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, LONGEST)) + "...";
  }

  /** Neither terminal commands nor text that runs backwards gets through. */
  static String text(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean harmless =
                  type != Character.CONTROL
                      && type != Character.FORMAT
                      && type != Character.SURROGATE
                      && type != Character.LINE_SEPARATOR
                      && type != Character.PARAGRAPH_SEPARATOR;
              out.appendCodePoint(harmless ? c : ' ');
            });
    return out.toString();
  }
}
