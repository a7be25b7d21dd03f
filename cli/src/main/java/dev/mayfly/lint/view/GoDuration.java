package dev.mayfly.lint.view;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as Go's {@code time.ParseDuration} reads them. */
public final class GoDuration {
  private static final Pattern PART =
      Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");

  /** Nanoseconds; Go counts in 64 bits of them. */
  private static final Map<String, Double> UNITS =
      Map.of(
          "ns", 1.0, "us", 1e3, "\u00b5s", 1e3, "\u03bcs", 1e3, "ms", 1e6, "s", 1e9, "m", 6e10, "h",
          3.6e12);

  private GoDuration() {}

  public static boolean isReadable(String text) {
    String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    if (unsigned.equals("0")) {
      return true;
    }
    Matcher part = PART.matcher(unsigned);
    double total = 0;
    int end = 0;
    while (part.find() && part.start() == end) {
      total += Double.parseDouble(part.group(1)) * UNITS.getOrDefault(part.group(2), 0.0);
      end = part.end();
    }
    return end > 0 && end == unsigned.length() && total < Long.MAX_VALUE;
  }
}
