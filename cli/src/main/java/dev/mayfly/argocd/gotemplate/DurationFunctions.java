package dev.mayfly.argocd.gotemplate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time (Masterminds/sprig v3.3.0, {@code date.go}; Go, {@code time.Duration}). */
final class DurationFunctions {
  private static final int LONGEST = 100;
  private static final long SECOND = 1_000_000_000L;
  private static final Pattern PART = Pattern.compile("([0-9]*\\.?[0-9]*)(ns|us|µs|μs|ms|s|m|h)");

  private DurationFunctions() {}

  static void addTo(FunctionTable all) {
    all.text("duration", 1, a -> printed(seconds(a.any(0))));
    all.text("durationRound", 1, a -> rounded(nanoseconds(a.any(0))));
  }

  private static long seconds(GoValue value) {
    return switch (value) {
      case GoValue.Whole(long number, boolean wide) when wide -> number * SECOND;
      case GoValue.Text(String text) -> GoCast.nearest(text) * SECOND;
      default -> 0;
    };
  }

  private static String printed(long nanoseconds) {
    long left = Math.abs(nanoseconds / SECOND);
    String sign = nanoseconds < 0 ? "-" : "";
    String hours = left >= 3600 ? left / 3600 + "h" : "";
    String minutes = left >= 60 ? left / 60 % 60 + "m" : "";
    return sign + hours + minutes + left % 60 + fraction(nanoseconds) + "s";
  }

  private static String fraction(long nanoseconds) {
    long rest = Math.abs(nanoseconds % SECOND);
    return rest == 0 ? "" : "." + String.format(Locale.ROOT, "%09d", rest).replaceAll("0+$", "");
  }

  private static long nanoseconds(GoValue value) throws TemplateStop {
    return switch (value) {
      case GoValue.Whole(long number, boolean wide) when wide -> number;
      case GoValue.Text(String text) -> parse(text).orElse(0L);
      default -> 0;
    };
  }

  /** Go's {@code ParseDuration}, in nanoseconds; empty for what is none. */
  static Optional<Long> parse(String text) throws TemplateStop {
    if (text.matches("[-+]?0")) {
      return Optional.of(0L);
    }
    if (text.length() > LONGEST) {
      throw TemplateStop.unverifiable("a length of time has more than " + LONGEST + " characters");
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

  private static String rounded(long nanoseconds) {
    long[] units = {365 * 86_400L, 30 * 86_400L, 86_400L, 3_600L, 60L, 1L};
    String[] names = {"y", "mo", "d", "h", "m", "s"};
    for (int i = 0; i < units.length; i++) {
      long unit = units[i] * SECOND;
      if (Long.compareUnsigned(Math.abs(nanoseconds), unit) > 0) {
        return Long.divideUnsigned(Math.abs(nanoseconds), unit) + names[i];
      }
    }
    return "0s";
  }
}
