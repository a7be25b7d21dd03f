package dev.mayfly.argocd.gotemplate;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;

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
    BigInteger whole = GoCast.integer(text).orElse(null);
    if (whole != null && whole.bitLength() < Long.SIZE) {
      return Optional.of(GoValue.of(whole.longValue()));
    }
    // Go parses it as unsigned, and fails where it comes to it.
    if (whole != null && whole.signum() == 1 && whole.bitLength() == Long.SIZE) {
      throw TemplateStop.unverifiable("`" + digits + "` is beyond an int");
    }
    // Go takes what has neither for a whole number that does not fit.
    OptionalDouble number =
        digits.matches(".*[.eEpP].*") ? GoCast.finite(digits) : OptionalDouble.empty();
    return number.isPresent()
        ? Optional.of(new GoValue.Fraction(number.getAsDouble()))
        : Optional.empty();
  }
}
