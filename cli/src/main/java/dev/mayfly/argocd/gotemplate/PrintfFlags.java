package dev.mayfly.argocd.gotemplate;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What stands between {@code %} and its verb (Go, {@code fmt/format.go}). */
final class PrintfFlags {
  private static final String ALL = "-+# 0";

  private final BitSet given = new BitSet();
  private int width;
  private boolean wide;
  private @Nullable Integer precision;

  /** Takes a flag; false where the character is none. */
  boolean take(char flag) {
    boolean known = ALL.indexOf(flag) >= 0;
    if (known) {
      given.set(flag);
    }
    return known;
  }

  boolean has(char flag) {
    return given.get(flag);
  }

  /** A negative width of an argument pads on the right. */
  void width(int number) throws TemplateStop {
    if (number < 0) {
      given.set('-');
    }
    width = Meter.length(Math.abs((long) number));
    wide = true;
  }

  void precision(int digits) throws TemplateStop {
    precision = Meter.length(digits);
  }

  boolean zeros() {
    return has('0') && !has('-') && wide;
  }

  int width() {
    return width;
  }

  @Nullable Integer precision() {
    return precision;
  }

  String cut(String text) {
    int length = text.codePointCount(0, text.length());
    int kept = precision == null ? length : Math.min(precision, length);
    return text.substring(0, text.offsetByCodePoints(0, kept));
  }

  String padded(String text) {
    return padded(text, zeros() ? "0" : " ");
  }

  String spaced(String text) {
    return padded(text, " ");
  }

  private String padded(String text, String with) {
    String gap = with.repeat(Math.max(0, width - text.codePointCount(0, text.length())));
    return has('-') ? text + gap : gap + text;
  }
}
