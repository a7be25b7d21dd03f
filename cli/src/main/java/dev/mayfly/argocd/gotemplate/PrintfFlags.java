package dev.mayfly.argocd.gotemplate;

import org.jspecify.annotations.Nullable;

/** What stands between {@code %} and its verb (Go, {@code fmt/format.go}). */
final class PrintfFlags {
  private boolean minus;
  private boolean plus;
  private boolean sharp;
  private boolean space;
  private boolean zero;
  private int width;
  private boolean wide;
  private @Nullable Integer precision;

  /** Takes a flag; false where the character is none. */
  boolean take(char flag) {
    switch (flag) {
      case '-' -> minus = true;
      case '+' -> plus = true;
      case '#' -> sharp = true;
      case ' ' -> space = true;
      case '0' -> zero = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A negative width of an argument pads on the right. */
  void width(int number) throws TemplateStop {
    minus |= number < 0;
    width = Meter.length(Math.abs((long) number));
    wide = true;
  }

  void precision(int digits) throws TemplateStop {
    precision = Meter.length(digits);
  }

  boolean plus() {
    return plus;
  }

  boolean sharp() {
    return sharp;
  }

  boolean space() {
    return space;
  }

  boolean zeros() {
    return zero && !minus && wide;
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
    return minus ? text + gap : gap + text;
  }
}
