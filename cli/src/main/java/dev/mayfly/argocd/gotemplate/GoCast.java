package dev.mayfly.argocd.gotemplate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Numbers of anything, where whatever is no number counts as 0 (spf13/cast v1.7). */
final class GoCast {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final String WHOLE =
      "[-+]?(0[xX](_?[0-9a-fA-F])+|0[bB](_?[01])+|0[oO](_?[0-7])+|0(_?[0-7])*|[1-9](_?[0-9])*)";

  private GoCast() {}

  static long whole(GoValue value) {
    return switch (value) {
      case GoValue.Whole(long number, boolean ignored) -> number;
      case GoValue.Fraction(double number) -> cut(number);
      case GoValue.Bool(boolean truth) -> truth ? 1 : 0;
      case GoValue.Text(String text) -> parsed(withoutZeroDecimal(text));
      default -> 0;
    };
  }

  /** On amd64 what does not fit becomes the least number. */
  static long cut(double number) {
    return number < 0x1p63 ? (long) number : Long.MIN_VALUE;
  }

  static double fraction(GoValue value) {
    return switch (value) {
      case GoValue.Fraction(double number) -> number;
      case GoValue.Text(String text) -> parsedFraction(text);
      default -> whole(value);
    };
  }

  /** Only zeros and dots at the end are looked through for the dot. */
  private static String withoutZeroDecimal(String text) {
    return text.replaceFirst("\\.0+\\.*\\z", "");
  }

  /** What overflows is no number. */
  private static long parsed(String text) {
    return integer(text)
        .filter(it -> it.bitLength() < Long.SIZE)
        .orElse(BigInteger.ZERO)
        .longValue();
  }

  /** Go's {@code strconv.ParseInt} with base 0, but for its bounds. */
  static Optional<BigInteger> integer(String text) {
    if (text.length() > 80 || !text.matches(WHOLE)) {
      return Optional.empty();
    }
    String digits = text.replaceAll("[-+_]", "").toLowerCase(Locale.ROOT);
    int radix =
        digits.startsWith("0x")
            ? 16
            : digits.startsWith("0b") ? 2 : digits.startsWith("0") ? 8 : 10;
    BigInteger number = new BigInteger(digits.replaceFirst("^0[xbo]", ""), radix);
    return Optional.of(text.startsWith("-") ? number.negate() : number);
  }

  /** Go's {@code strconv.ParseInt} with base 10, which gives the nearest number if it overflows. */
  static long nearest(String text) {
    if (!text.matches("[-+]?[0-9]{1,40}")) {
      return 0;
    }
    return new BigInteger(text).max(LEAST).min(MOST).longValue();
  }

  private static double parsedFraction(String text) {
    if (text.matches("(?i)[-+]?(inf|infinity)")) {
      return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (text.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    return finite(text).orElse(0);
  }

  /** Go's {@code strconv.ParseFloat}; empty for what it refuses, and for what is not finite. */
  static OptionalDouble finite(String text) {
    boolean hex = text.matches("(?i)[-+]?0x([0-9a-f]+\\.?[0-9a-f]*|\\.[0-9a-f]+)p[-+]?[0-9]{1,6}");
    if (!hex && !text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,6})?")) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(text);
    return Double.isInfinite(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  static BigDecimal decimal(GoValue value) throws TemplateStop {
    double number = fraction(value);
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw TemplateStop.failed("there is no decimal for infinity");
    }
    return new BigDecimal(Double.toString(number));
  }
}
