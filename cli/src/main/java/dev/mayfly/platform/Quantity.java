package dev.mayfly.platform;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** An amount of a resource, as Kubernetes writes it: {@code 512Mi}, {@code 50m}, {@code 2}. */
public record Quantity(BigDecimal amount) implements Comparable<Quantity> {
  private static final Map<String, BigDecimal> UNITS =
      Map.of(
          "m", new BigDecimal("0.001"),
          "k", BigDecimal.TEN.pow(3),
          "M", BigDecimal.TEN.pow(6),
          "G", BigDecimal.TEN.pow(9),
          "T", BigDecimal.TEN.pow(12),
          "Ki", BigDecimal.valueOf(1L << 10),
          "Mi", BigDecimal.valueOf(1L << 20),
          "Gi", BigDecimal.valueOf(1L << 30),
          "Ti", BigDecimal.valueOf(1L << 40));

  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

  /** Reads a quantity of the form that {@link Syntaxes#QUANTITY} allows. */
  public static Quantity parse(String text) {
    int end = text.length();
    while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    BigDecimal unit = end == text.length() ? BigDecimal.ONE : UNITS.get(text.substring(end));
    return new Quantity(new BigDecimal(text.substring(0, end)).multiply(unit));
  }

  public Quantity times(BigDecimal factor) {
    return new Quantity(amount.multiply(factor));
  }

  public Quantity plus(Quantity other) {
    return new Quantity(amount.add(other.amount));
  }

  /** In the largest binary unit that gives a whole number, else as a plain decimal. */
  @Override
  public String toString() {
    for (String unit : List.of("Ti", "Gi", "Mi", "Ki")) {
      BigDecimal[] parts = amount.divideAndRemainder(UNITS.get(unit));
      if (parts[0].signum() > 0 && parts[1].signum() == 0) {
        return parts[0].toBigInteger() + unit;
      }
    }
    return amount.stripTrailingZeros().toPlainString();
  }

  @Override
  public int compareTo(Quantity other) {
    return amount.compareTo(other.amount);
  }
}
