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

  /** What stands behind the last character. */
  static final int END = -1;

  private final int[] pattern;
  private final StringBuilder out = new StringBuilder();
  private int at;

  WildcardExpression(String pattern) {
    this.pattern = pattern.codePoints().toArray();
  }

  /** A character of the pattern that is still to be read. */
  int ahead(int further) {
    return at + further < pattern.length ? pattern[at + further] : END;
  }

  int next() {
    int c = ahead(0);
    at++;
    return c;
  }

  boolean takes(int c) {
    boolean taken = ahead(0) == c;
    at += taken ? 1 : 0;
    return taken;
  }

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
