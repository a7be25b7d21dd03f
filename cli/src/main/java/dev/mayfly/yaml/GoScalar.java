package dev.mayfly.yaml;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A scalar as the Kubernetes API and Argo CD read it: YAML 1.1 by way of JSON (sigs.k8s.io/yaml,
 * go-yaml {@code resolve.go}), so that {@code yes} is a boolean, {@code 012} is ten and every
 * number is a double.
 */
public sealed interface GoScalar {
  record Nothing() implements GoScalar {}

  record Flag(boolean value) implements GoScalar {}

  record Number(double value) implements GoScalar {
    /** Whether JSON writes it without fraction and exponent, so that an integer field takes it. */
    public boolean isInteger() {
      return value == Math.rint(value) && Math.abs(value) < 1e21;
    }
  }

  record Text(String value) implements GoScalar {}

  static GoScalar of(ScalarNode scalar) {
    return scalar.plain() ? plain(scalar.text()) : new Text(scalar.text());
  }

  /**
   * The scalar after kustomize, which reads YAML 1.2's booleans and puts the other words of YAML
   * 1.1 into quotes.
   */
  static GoScalar afterKustomize(ScalarNode scalar) {
    GoScalar read = of(scalar);
    boolean other = read instanceof Flag && scalar.type() != ScalarType.BOOLEAN;
    return other ? new Text(scalar.text()) : read;
  }

  private static GoScalar plain(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> new Nothing();
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" ->
          new Flag(true);
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" ->
          new Flag(false);
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" ->
          new Number(Double.POSITIVE_INFINITY);
      case "-.inf", "-.Inf", "-.INF" -> new Number(Double.NEGATIVE_INFINITY);
      case ".nan", ".NaN", ".NAN" -> new Number(Double.NaN);
      default -> number(text);
    };
  }

  private static GoScalar number(String text) {
    // Nothing else begins a number, and most texts of a manifest are none.
    if ("+-.0123456789".indexOf(text.charAt(0)) < 0) {
      return new Text(text);
    }
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    if (Forms.DECIMAL.matcher(text.startsWith(".") ? text : digits).matches()) {
      double value = Double.parseDouble(digits) + 0.0;
      // What is too large is no number to Go's ParseFloat.
      return Double.isInfinite(value) ? new Text(text) : new Number(value);
    }
    if (Forms.OCTAL.matcher(digits).matches()) {
      return radix(text, digits.replace("o", ""), 8);
    }
    if (Forms.PADDED.matcher(digits).matches()) {
      return new Number(Double.parseDouble(digits));
    }
    if (Forms.HEXADECIMAL.matcher(digits).matches()) {
      return radix(text, digits.replace("0x", ""), 16);
    }
    return Forms.BINARY.matcher(digits).matches()
        ? radix(text, digits.replace("0b", ""), 2)
        : new Text(text);
  }

  /** What fits neither into 64 bits nor with a sign into them is a text. */
  private static GoScalar radix(String text, String digits, int radix) {
    BigInteger number = new BigInteger(digits, radix);
    int most = number.signum() < 0 ? Long.SIZE - 1 : Long.SIZE;
    return number.bitLength() > most ? new Text(text) : new Number(number.doubleValue());
  }

  /** How numbers are written, without underscores and in small letters. */
  final class Forms {
    private static final Pattern DECIMAL =
        Pattern.compile(
            "[-+]?(0|[1-9][0-9]*)(\\.[0-9]*)?(e[-+]?[0-9]+)?|[-+]?\\.[0-9]+(e[-+]?[0-9]+)?");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0o?[0-7]+");
    private static final Pattern PADDED = Pattern.compile("[-+]?0[0-9]+(\\.[0-9]*)?");
    private static final Pattern HEXADECIMAL = Pattern.compile("[-+]?0x[0-9a-f]+");
    private static final Pattern BINARY = Pattern.compile("[-+]?0b[01]+");

    private Forms() {}
  }
}
