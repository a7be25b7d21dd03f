package dev.mayfly.platform;

import java.util.List;
import java.util.Map;

/**
 * An amount of a resource, as Kubernetes writes it: {@code 512Mi}, {@code 50m}, {@code 2}. Counted
 * in thousandths, the smallest unit that CPU and memory have; what is smaller is rounded up.
 */
public record Quantity(long thousandths) implements Comparable<Quantity> {
  private static final long ONE = 1_000;
  private static final Map<String, Long> UNITS =
      Map.of(
          "",
          ONE,
          "m",
          1L,
          "k",
          ONE * 1_000,
          "M",
          ONE * 1_000_000,
          "G",
          ONE * 1_000_000_000,
          "T",
          ONE * 1_000_000_000_000L,
          "Ki",
          ONE << 10,
          "Mi",
          ONE << 20,
          "Gi",
          ONE << 30,
          "Ti",
          ONE << 40);

  public static final Quantity ZERO = new Quantity(0);

  /**
   * Reads a quantity of the form that {@link Syntaxes#QUANTITY} allows. More than can be counted is
   * the most that can.
   */
  public static Quantity parse(String text) {
    int end = text.length();
    while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    long unit = unit(text.substring(end));
    int point = text.indexOf('.');
    String whole = text.substring(0, point < 0 ? end : point);
    long fraction = point < 0 ? 0 : fraction(text.substring(point + 1, end), unit);
    return whole.length() > 15
        ? new Quantity(Long.MAX_VALUE)
        : new Quantity(product(Long.parseLong(whole), unit)).plus(new Quantity(fraction));
  }

  private static long unit(String suffix) {
    return UNITS.getOrDefault(suffix, ONE);
  }

  /** The digits after the point, in thousandths, rounded up. */
  private static long fraction(String digits, long unit) {
    double share = Double.parseDouble("0." + digits) * unit;
    return (long) Math.ceil(share - 1e-6);
  }

  public Quantity times(long factor) {
    return new Quantity(product(thousandths, factor));
  }

  public Quantity plus(Quantity other) {
    long sum = thousandths + other.thousandths;
    return new Quantity(sum < thousandths ? Long.MAX_VALUE : sum);
  }

  private static long product(long one, long other) {
    return Math.multiplyHigh(one, other) == 0 && one * other >= 0 ? one * other : Long.MAX_VALUE;
  }

  /** In the largest binary unit that gives a whole number, else as a plain decimal. */
  @Override
  public String toString() {
    for (String unit : List.of("Ti", "Gi", "Mi", "Ki")) {
      long size = unit(unit);
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

  @Override
  public int compareTo(Quantity other) {
    return Long.compare(thousandths, other.thousandths);
  }
}
