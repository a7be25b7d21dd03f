package dev.mayfly.argocd.gotemplate;

import java.math.BigDecimal;
import java.util.Locale;

/** Floats as Go writes them (Go, {@code strconv.FormatFloat} with the shortest precision). */
final class GoNumbers {
  private GoNumbers() {}

  /**
   * A {@code float64} under {@code %v}. From a million on it has an exponent, so that a pull
   * request number read from a file as a number turns into {@code 1e+06}.
   */
  static String shortest(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number == Double.POSITIVE_INFINITY ? "+Inf" : "-Inf";
    }
    return shortest(number, 6);
  }

  /** A {@code float64} as {@code encoding/json} writes it. */
  static String json(double number) {
    double magnitude = Math.abs(number);
    return number != 0 && (magnitude < 1e-6 || magnitude >= 1e21)
        ? scientific(number).replace("e-0", "e-")
        : plain(number);
  }

  /** A {@code float64} as go-yaml writes it: whole numbers of JSON without an exponent. */
  static String yaml(double number) {
    return shortest(number, 21);
  }

  private static String shortest(double number, int most) {
    int exponent = exponent(number);
    return exponent >= -4 && exponent < most ? plain(number) : scientific(number);
  }

  private static BigDecimal decimal(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros();
  }

  private static int exponent(double number) {
    BigDecimal decimal = decimal(number);
    return decimal.precision() - 1 - decimal.scale();
  }

  private static String plain(double number) {
    return Double.compare(number, -0.0) == 0 ? "-0" : decimal(number).toPlainString();
  }

  private static String scientific(double number) {
    BigDecimal decimal = decimal(number);
    return scientific(decimal, decimal.precision() - 1);
  }

  /**
   * With an exponent of two digits or more, behind a fraction of so many digits, which hold the
   * whole number. The JDK's own {@code %e} writes one digit behind ten whole ones.
   */
  static String scientific(BigDecimal number, int fraction) {
    int exponent = number.signum() == 0 ? 0 : number.precision() - 1 - number.scale();
    return number.movePointLeft(exponent).setScale(fraction).toPlainString()
        + String.format(Locale.ROOT, "e%+03d", exponent);
  }
}
