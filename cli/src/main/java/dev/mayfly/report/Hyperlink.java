package dev.mayfly.report;

import java.util.regex.Pattern;

/**
 * Addresses that a terminal opens at a click, by the escape sequence OSC 8 (its specification:
 * "Hyperlinks in terminal emulators", egmontkob).
 */
public final class Hyperlink {
  /** Ends before white space and before the punctuation of the sentence around it. */
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[!-~&&[^<>`\"()\\[\\]]]*[!-~&&[^<>`\"()\\[\\].,:;!?'*]]");

  private Hyperlink() {}

  /** The text with every address in it as a link; what is seen stays the same. */
  public static String in(String text) {
    return ADDRESS.matcher(text).replaceAll("\033]8;;$0\033\\\\$0\033]8;;\033\\\\");
  }
}
