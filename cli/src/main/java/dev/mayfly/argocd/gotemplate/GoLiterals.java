package dev.mayfly.argocd.gotemplate;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;

/** Go's literals (The Go Programming Language Specification, "Lexical elements"). */
final class GoLiterals {
  /** A literal's meaning, and the place after its closing quote. */
  record Quoted(String value, int end) {}

  private GoLiterals() {}

  static Quoted quoted(String text, int start, char quote) throws TemplateStop {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      boolean isByte = false;
      if (c == '\\') {
        if (at >= text.length()) {
          break;
        }
        char escape = text.charAt(at++);
        int digits = digits(escape);
        // In a string these are bytes, of which several may make one character.
        isByte = quote == '"' && (digits == 2 || digits == 3);
        at -= digits == 3 ? 1 : 0;
        c = digits == 0 ? simple(escape, quote, at) : number(text, at, digits);
        at += digits;
      }
      value.writeBytes(isByte ? new byte[] {(byte) c} : utf8(c));
    }
    if (at >= text.length() || text.charAt(at) != quote) {
      throw TemplateStop.malformed("the quoted string is not closed", start);
    }
    return new Quoted(GoBytes.text(value.toByteArray()), at + 1);
  }

  private static byte[] utf8(int c) {
    return Character.toString(c).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * How many digits an escape has; three are octal, and the first stands where its letter would.
   */
  private static int digits(char escape) {
    return switch (escape) {
      case 'x' -> 2;
      case 'u' -> 4;
      case 'U' -> 8;
      case '0', '1', '2', '3', '4', '5', '6', '7' -> 3;
      default -> 0;
    };
  }

  private static char simple(char escape, char quote, int at) throws TemplateStop {
    int known = GoQuote.ESCAPES.indexOf(escape);
    if (known < 0 && escape != quote) {
      throw TemplateStop.malformed("`\\" + escape + "` is not an escape of Go's", at - 2);
    }
    return known < 0 ? quote : GoQuote.ESCAPED.charAt(known);
  }

  private static int number(String text, int at, int digits) throws TemplateStop {
    int radix = digits == 3 ? 8 : 16;
    int most = digits == 3 ? 0xFF : Character.MAX_CODE_POINT;
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), radix) : -1;
      value = value * radix + digit;
      if (digit < 0 || value < 0 || value > most) {
        throw TemplateStop.malformed("the escape is not a character", at - 1);
      }
    }
    if (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE) {
      throw TemplateStop.malformed("the escape is half a character", at - 1);
    }
    return value;
  }

  /** A whole number or a float; empty for what Go takes for neither. */
  static Optional<GoValue> number(String text) throws TemplateStop {
    String digits = text.replace("_", "");
    if (digits.endsWith("i")
        && GoCast.finite(digits.substring(0, digits.length() - 1)).isPresent()) {
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
