package dev.mayfly.argocd;

import com.google.re2j.Pattern;
import java.util.function.Predicate;

/**
 * Writes a wildcard pattern as an expression of RE2, which is matched in time linear in the text:
 * no pattern makes it explode.
 */
final class WildcardExpression {
  static final String ANY = ".";
  static final String NO_SLASH = "[^/]";
  static final String NOTHING = "[^\\x{0}-\\x{10ffff}]";

  private final StringBuilder out = new StringBuilder();

  static String character(int c) {
    return "\\x{" + Integer.toHexString(c) + "}";
  }

  /** What stands for these characters within brackets. */
  static String range(int low, int high) {
    return character(low) + "-" + character(high);
  }

  void add(String expression) {
    out.append(expression);
  }

  /** Any number of them; the same again behind it adds nothing but work. */
  void many(String one) {
    String many = one + "*";
    boolean again = out.substring(Math.max(0, out.length() - many.length())).equals(many);
    out.append(again ? "" : many);
  }

  Predicate<String> build() {
    return Pattern.compile(out.toString(), Pattern.DOTALL)::matches;
  }
}
