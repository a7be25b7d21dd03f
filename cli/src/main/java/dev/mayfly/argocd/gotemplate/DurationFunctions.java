package dev.mayfly.argocd.gotemplate;

import java.util.Locale;
import java.util.Optional;

/** Lengths of time (Masterminds/sprig v3.3.0, {@code date.go}; Go, {@code time.Duration}). */
final class DurationFunctions {
  private static final long SECOND = GoDuration.SECOND;

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

  /** In nanoseconds; empty for what is none. */
  static Optional<Long> parse(String text) throws TemplateStop {
    if (text.length() > GoDuration.LONGEST) {
      throw TemplateStop.unverifiable(
          "a length of time has more than " + GoDuration.LONGEST + " characters");
    }
    return GoDuration.parse(text);
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
