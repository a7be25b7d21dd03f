package dev.mayfly.diagnostic;

/** Which characters show as what they are, by Unicode's general categories. */
public final class VisibleCharacters {
  private VisibleCharacters() {}

  /** Whether it breaks no line, moves no cursor and does not turn the reading direction. */
  public static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** Whether it is harmless, and the same to every reader. */
  public static boolean isPrintable(int c) {
    int type = Character.getType(c);
    return isHarmless(c) && type != Character.PRIVATE_USE && type != Character.UNASSIGNED;
  }
}
