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

  /** The characters at the end that stand for themselves. */
  private final StringBuilder suffix = new StringBuilder();

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
    suffix.setLength(0);
  }

  /** A character that stands for itself. */
  void literal(int c) {
    out.append(character(c));
    suffix.appendCodePoint(c);
  }

  /** Any number of them; the same again behind it adds nothing but work. */
  void many(String one) {
    String many = one + "*";
    boolean again = out.substring(Math.max(0, out.length() - many.length())).equals(many);
    add(again ? "" : many);
  }

  /** The end is compared first: of the files of a repository nearly all are called otherwise. */
  Predicate<String> build() {
    String last = suffix.toString();
    Pattern whole = Pattern.compile(out.toString(), Pattern.DOTALL);
    return text -> text.endsWith(last) && whole.matches(text);
  }
}
