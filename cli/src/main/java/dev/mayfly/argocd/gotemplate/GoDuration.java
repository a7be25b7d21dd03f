package dev.mayfly.argocd.gotemplate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as Go's {@code time.ParseDuration} reads them. */
public final class GoDuration {
  /** Nobody writes more characters, and a number of many digits takes long to read. */
  static final int LONGEST = 100;

  /** In nanoseconds. */
  static final long SECOND = 1_000_000_000L;

  private static final Pattern PART = Pattern.compile("([0-9]*\\.?[0-9]*)(ns|us|µs|μs|ms|s|m|h)");

  private GoDuration() {}

  /** In nanoseconds; empty for what is none, or longer than anybody writes. */
  public static Optional<Long> parse(String text) {
    if (text.matches("[-+]?0")) {
      return Optional.of(0L);
    }
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String parts = text.replaceFirst("^[-+]", "");
    Matcher part = PART.matcher(parts);
    BigDecimal sum = BigDecimal.ZERO;
    int at = 0;
    while (part.find() && part.start() == at && part.group(1).matches(".*[0-9].*")) {
      BigDecimal length = new BigDecimal(part.group(1)).multiply(unit(part.group(2)));
      sum = sum.add(length.setScale(0, RoundingMode.DOWN));
      at = part.end();
    }
    boolean whole = at == parts.length() && at > 0;
    boolean fits = sum.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    return whole && fits
        ? Optional.of(text.startsWith("-") ? -sum.longValue() : sum.longValue())
        : Optional.empty();
  }

  private static BigDecimal unit(String name) {
    return BigDecimal.valueOf(
        switch (name) {
          case "ns" -> 1;
          case "us", "µs", "μs" -> 1_000;
          case "ms" -> 1_000_000;
          case "s" -> SECOND;
          case "m" -> 60 * SECOND;
          default -> 3600 * SECOND;
        });
  }
}
