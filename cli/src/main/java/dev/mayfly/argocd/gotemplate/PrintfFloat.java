package dev.mayfly.argocd.gotemplate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A {@code float64} under a verb (Go, {@code strconv/ftoa.go} and {@code fmt/format.go}). */
final class PrintfFloat {
  /** A float has no digits beyond, only zeros. */
  private static final int MOST_DIGITS = 1100;

  private PrintfFloat() {}

  static String format(double number, char verb, PrintfFlags flags, boolean plus, boolean sharp)
      throws TemplateStop {
    if (sharp) {
      throw TemplateStop.unverifiable("`#` before `" + verb + "` of a float is not computed");
    }
    boolean special = Double.isNaN(number) || Double.isInfinite(number);
    boolean negative = Double.compare(number, 0) < 0;
    String digits =
        Double.isNaN(number)
            ? "NaN"
            : special ? "Inf" : digits(Math.abs(number), verb, flags.precision());
    boolean signed = plus || flags.has(' ') || Double.isInfinite(number);
    String positive = flags.has(' ') && !plus ? " " : "+";
    String sign = negative ? "-" : signed ? positive : "";
    if (special) {
      return flags.spaced(sign + digits);
    }
    if (!sign.isEmpty() && flags.zeros()) {
      int gap = flags.width() - sign.length() - digits.length();
      return sign + "0".repeat(Math.max(0, gap)) + digits;
    }
    return flags.padded(sign + digits);
  }

  private static String digits(double number, char verb, @Nullable Integer precision) {
    return switch (verb) {
      case 'f', 'F' ->
          new BigDecimal(number)
                  .setScale(
                      precision == null ? 6 : Math.min(precision, MOST_DIGITS),
                      RoundingMode.HALF_EVEN)
                  .toPlainString()
              + "0".repeat(precision == null ? 0 : Math.max(0, precision - MOST_DIGITS));
      case 'e' -> exponent(number, precision == null ? 6 : precision);
      case 'E' -> exponent(number, precision == null ? 6 : precision).toUpperCase(Locale.ROOT);
      case 'G' -> general(number, precision).toUpperCase(Locale.ROOT);
      default -> general(number, precision);
    };
  }

  private static String exponent(double number, int fraction) {
    BigDecimal rounded =
        new BigDecimal(number).round(new MathContext(fraction + 1, RoundingMode.HALF_EVEN));
    return GoNumbers.scientific(rounded, fraction);
  }

  /** The shorter of both forms; without a precision as many digits as tell the number. */
  private static String general(double number, @Nullable Integer precision) {
    if (precision == null || number == 0) {
      return GoNumbers.shortest(number);
    }
    int digits = Math.max(1, precision);
    BigDecimal rounded =
        new BigDecimal(number)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int power = rounded.precision() - 1 - rounded.scale();
    return power < -4 || power >= digits
        ? GoNumbers.scientific(rounded, rounded.precision() - 1)
        : rounded.toPlainString();
  }
}
