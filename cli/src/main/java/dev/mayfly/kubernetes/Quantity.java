package dev.mayfly.kubernetes;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of a resource, as Kubernetes writes it: {@code 512Mi}, {@code 50m}, {@code 2}. Counted
 * in thousandths, the smallest unit that CPU and memory have; what is smaller is rounded up.
 */
public record Quantity(long thousandths) implements Comparable<Quantity> {
  private static final long ONE = 1_000;

  /** Longer texts are not looked at digit by digit. */
  private static final int LONGEST = 200;

  /** Fewer digits than a long has; longer numbers are counted exactly. */
  private static final int USUAL_DIGITS = 9;

  public static final Quantity ZERO = new Quantity(0);

  /** The units that nearly every amount has, in thousandths. */
  private static final Map<String, Long> USUAL =
      Map.of(
          "m",
          1L,
          "",
          ONE,
          "k",
          1_000 * ONE,
          "M",
          1_000_000 * ONE,
          "G",
          1_000_000_000 * ONE,
          "Ki",
          ONE << 10,
          "Mi",
          ONE << 20,
          "Gi",
          ONE << 30,
          "Ti",
          ONE << 40);

  /** Whether the API server reads a text as an amount, one less than nothing included. */
  public static boolean isOne(String text) {
    return text.length() <= LONGEST && Written.FORM.matcher(text).matches();
  }

  /** Apart, as nearly every amount is read without. */
  private static final class Written {
    /** Kubernetes, {@code apimachinery/pkg/api/resource/quantity.go}. */
    static final Pattern FORM =
        Pattern.compile(
            "[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]+)?");
  }

  /** Reads a quantity that is known to be one. More than can be counted is the most that can. */
  public static Quantity parse(String text) {
    return text.length() > LONGEST ? new Quantity(Long.MAX_VALUE) : read(text).orElseThrow();
  }

  /** The amount in any form that Kubernetes reads and that is not less than nothing. */
  public static Optional<Quantity> read(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    Long unit = digits == 0 || digits > USUAL_DIGITS ? null : USUAL.get(text.substring(digits));
    return unit == null
        ? Exact.read(text)
        : Optional.of(new Quantity(product(Long.parseLong(text.substring(0, digits)), unit)));
  }

  /** Apart, since big numbers take milliseconds to load and a usual platform has none. */
  private static final class Exact {
    /** Kubernetes docs, "Quantity": a binary or decimal unit, or a power of ten. */
    private static final Pattern FORM =
        Pattern.compile(
            "\\+?([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:([numkMGTPE]|[KMGTPE]i)|[eE]([-+]?[0-9]{1,2}))?");

    private static final Map<String, BigDecimal> UNITS = units();

    private static Map<String, BigDecimal> units() {
      Map<String, BigDecimal> units = new HashMap<>();
      int power = -9;
      for (String unit : List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E")) {
        units.put(unit, BigDecimal.ONE.scaleByPowerOfTen(power));
        power += 3;
      }
      int bits = 10;
      for (String unit : List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei")) {
        units.put(unit, new BigDecimal(BigInteger.ONE.shiftLeft(bits)));
        bits += 10;
      }
      return units;
    }

    static Optional<Quantity> read(String text) {
      Matcher form = FORM.matcher(text);
      if (text.length() > LONGEST || !form.matches()) {
        return Optional.empty();
      }
      BigDecimal unit =
          form.group(3) == null
              ? UNITS.getOrDefault(form.group(2) == null ? "" : form.group(2), BigDecimal.ONE)
              : BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(form.group(3)));
      BigDecimal amount = new BigDecimal(form.group(1)).multiply(unit).scaleByPowerOfTen(3);
      BigInteger thousandths = amount.setScale(0, RoundingMode.CEILING).toBigInteger();
      return Optional.of(
          new Quantity(
              thousandths.bitLength() > 63 ? Long.MAX_VALUE : thousandths.longValueExact()));
    }
  }

  public Quantity times(long factor) {
    return new Quantity(product(thousandths, factor));
  }

  public Quantity plus(Quantity other) {
    long sum = thousandths + other.thousandths;
    return new Quantity(sum < thousandths ? Long.MAX_VALUE : sum);
  }

  /** The larger of both. */
  public Quantity or(Quantity other) {
    return compareTo(other) < 0 ? other : this;
  }

  private static long product(long one, long other) {
    return Math.multiplyHigh(one, other) == 0 && one * other >= 0 ? one * other : Long.MAX_VALUE;
  }

  /** In the largest binary unit that gives a whole number, else as a plain decimal. */
  @Override
  public String toString() {
    for (String unit : List.of("Ti", "Gi", "Mi", "Ki")) {
      long size = USUAL.getOrDefault(unit, ONE);
      if (thousandths >= size && thousandths % size == 0) {
        return thousandths / size + unit;
      }
    }
    if (thousandths % ONE == 0) {
      return Long.toString(thousandths / ONE);
    }
    String padded = "00" + thousandths % ONE;
    String decimals = padded.substring(padded.length() - 3).replaceFirst("0+$", "");
    return thousandths / ONE + "." + decimals;
  }

  /** Whether it is more than an amount as it is written. */
  public boolean isMoreThan(String amount) {
    return compareTo(parse(amount)) > 0;
  }

  @Override
  public int compareTo(Quantity other) {
    return Long.compare(thousandths, other.thousandths);
  }
}
