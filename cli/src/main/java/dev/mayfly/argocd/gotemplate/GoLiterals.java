package dev.mayfly.argocd.gotemplate;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Go's literals (The Go Programming Language Specification, "Lexical elements"). */
final class GoLiterals {
  /** A literal's meaning, and the place after its closing quote. */
  record Quoted(String value, int end) {}

  private GoLiterals() {}

  static Quoted quoted(String text, int start, char quote) throws TemplateStop {
    StringBuilder value = new StringBuilder();
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      char c = text.charAt(at++);
      if (c != '\\') {
        value.append(c);
        continue;
      }
      if (at >= text.length()) {
        break;
      }
      char escape = text.charAt(at++);
      int digits =
          switch (escape) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
          };
      if (digits == 0) {
        value.append(simple(escape, quote, at));
      } else {
        value.appendCodePoint(hex(text, at, digits));
        at += digits;
      }
    }
    if (at >= text.length() || text.charAt(at) != quote) {
      throw TemplateStop.malformed("the quoted string is not closed", start);
    }
    return new Quoted(value.toString(), at + 1);
  }

  private static char simple(char escape, char quote, int at) throws TemplateStop {
    return switch (escape) {
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> '\u000B';
      case '\\' -> '\\';
      default -> {
        if (escape != quote) {
          throw TemplateStop.malformed("`\\" + escape + "` is not an escape of Go's", at - 2);
        }
        yield quote;
      }
    };
  }

  private static int hex(String text, int at, int digits) throws TemplateStop {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      value = value * 16 + digit;
      if (digit < 0 || value < 0 || value > 0x10FFFF) {
        throw TemplateStop.malformed("the escape is not a character", at - 2);
      }
    }
    return value;
  }

  /** A whole number or a float; empty for what Go takes for neither. */
  static Optional<GoValue> number(String text) throws TemplateStop {
    String digits = text.replace("_", "");
    if (digits.matches("[-+]?[0-9.]+i")) {
      throw TemplateStop.unverifiable("complex numbers are not followed");
    }
    if (digits.matches("[+]?(0[xX]0*[89a-fA-F][0-9a-fA-F]{15}|9[0-9]{18}|1[0-9]{19})")
        && isUnsigned(digits)) {
      throw TemplateStop.unverifiable("`" + digits + "` is beyond an int");
    }
    try {
      return Optional.of(GoValue.of(whole(digits)));
    } catch (NumberFormatException notWhole) {
      boolean plain =
          digits.chars().allMatch(c -> "0123456789.eE+-".indexOf(c) >= 0)
              && digits.chars().anyMatch(c -> ".eE".indexOf(c) >= 0);
      try {
        double value = plain ? Double.parseDouble(digits) : Double.NaN;
        return Double.isFinite(value) ? Optional.of(new GoValue.Fraction(value)) : Optional.empty();
      } catch (NumberFormatException neither) {
        return Optional.empty();
      }
    }
  }

  /** Only beyond what a long holds; Go parses it, and fails where it comes to it. */
  private static boolean isUnsigned(String digits) {
    String text = digits.replace("+", "");
    BigInteger value =
        text.toLowerCase(Locale.ROOT).startsWith("0x")
            ? new BigInteger(text.substring(2), 16)
            : new BigInteger(text);
    return value.bitLength() == Long.SIZE;
  }

  private static long whole(String text) {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    String sign = negative ? "-" : "";
    String prefix = digits.length() > 1 ? digits.substring(0, 2) : "";
    return switch (prefix) {
      case "0x", "0X" -> Long.parseLong(sign + digits.substring(2), 16);
      case "0b", "0B" -> Long.parseLong(sign + digits.substring(2), 2);
      case "0o", "0O" -> Long.parseLong(sign + digits.substring(2), 8);
      default ->
          Long.parseLong(sign + digits, digits.length() > 1 && digits.startsWith("0") ? 8 : 10);
    };
  }
}
