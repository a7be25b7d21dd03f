package dev.mayfly.argocd.gotemplate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * One verb with its width and precision, and what it makes of plain values (Go, {@code
 * fmt/format.go}).
 */
final class PrintfVerb {
  private final boolean minus;
  private final boolean zero;
  private final int width;
  private final @Nullable Integer precision;
  private final String verb;

  PrintfVerb(Matcher written) throws TemplateStop {
    String flags = written.group(1);
    this.verb = written.group(4);
    if (flags.matches(".*[+# ].*") || verb.matches("[\\[*.0-9]")) {
      throw TemplateStop.unverifiable("`" + written.group() + "` is not computed");
    }
    this.minus = flags.contains("-");
    this.zero = flags.contains("0") && !minus;
    this.width = written.group(2).isEmpty() ? 0 : Integer.parseInt(written.group(2));
    String digits = written.group(3);
    this.precision = digits == null ? null : digits.isEmpty() ? 0 : Integer.valueOf(digits);
  }

  boolean is(String other) {
    return verb.equals(other);
  }

  String ofNothing() {
    return "%!" + verb + "(<nil>)";
  }

  String wrong(GoValue value) throws TemplateStop {
    return "%!"
        + verb
        + "("
        + value.type()
        + "="
        + padded(Meter.print(value), numeric(value))
        + ")";
  }

  private static boolean numeric(GoValue value) {
    return value instanceof GoValue.Whole || value instanceof GoValue.Fraction;
  }

  String text(String text) throws TemplateStop {
    return switch (verb) {
      case "s", "v" -> padded(cut(text), false);
      case "q" -> padded(EncodingFunctions.quoted(cut(text)), false);
      case "x", "X" -> {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = precision == null ? bytes.length : Math.min(precision, bytes.length);
        String hex = HexFormat.of().formatHex(bytes, 0, length);
        yield padded(verb.equals("X") ? hex.toUpperCase(Locale.ROOT) : hex, false);
      }
      default -> "%!" + verb + "(string=" + padded(cut(text), false) + ")";
    };
  }

  String whole(long number, GoValue value) throws TemplateStop {
    return switch (verb) {
      case "d", "v" -> digits(Long.toString(number));
      case "b" -> digits(Long.toString(number, 2));
      case "o" -> digits(Long.toString(number, 8));
      case "x" -> digits(Long.toString(number, 16));
      case "X" -> digits(Long.toString(number, 16).toUpperCase(Locale.ROOT));
      case "c" -> padded(Character.toString(character(number)), false);
      case "U" -> padded(String.format(Locale.ROOT, "U+%04X", number), false);
      case "O", "q" ->
          throw TemplateStop.unverifiable("`%" + verb + "` of a number is not computed");
      default -> wrong(value);
    };
  }

  private static int character(long number) {
    boolean known = number >= 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
    return known ? (int) number : 0xFFFD;
  }

  private String digits(String written) {
    boolean negative = written.startsWith("-");
    String digits = negative ? written.substring(1) : written;
    if (precision != null) {
      digits =
          precision == 0 && digits.equals("0")
              ? ""
              : "0".repeat(Math.max(0, precision - digits.length())) + digits;
      String all = (negative ? "-" : "") + digits;
      return minus ? all + gap(all) : gap(all) + all;
    }
    return padded((negative ? "-" : "") + digits, true);
  }

  String fraction(double number, GoValue value) throws TemplateStop {
    return switch (verb) {
      case "f", "F" -> padded(fixed(number, precision == null ? 6 : precision), true);
      case "v", "g" -> {
        if (precision != null) {
          throw TemplateStop.unverifiable("`%." + precision + verb + "` is not computed");
        }
        yield padded(GoNumbers.shortest(number), true);
      }
      case "e", "E", "G", "b", "x", "X" ->
          throw TemplateStop.unverifiable("`%" + verb + "` of a number is not computed");
      default -> wrong(value);
    };
  }

  private static String fixed(double number, int digits) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return GoNumbers.shortest(number);
    }
    BigDecimal exact = new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN);
    boolean minusZero = exact.signum() == 0 && (number < 0 || 1 / number < 0);
    return (minusZero ? "-" : "") + exact.toPlainString();
  }

  String cut(String text) {
    int length = text.codePointCount(0, text.length());
    return precision == null || precision >= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, precision));
  }

  private String gap(String text) {
    return " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
  }

  String padded(String text, boolean number) {
    String gap = gap(text);
    if (minus || !zero) {
      return minus ? text + gap : gap + text;
    }
    boolean sign = number && text.startsWith("-");
    return (sign ? "-" : "") + gap.replace(' ', '0') + (sign ? text.substring(1) : text);
  }
}
