package dev.mayfly.argocd.gotemplate;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** One verb with its flags, and what it makes of plain values (Go, {@code fmt/print.go}). */
final class PrintfVerb {
  private final PrintfFlags flags;
  private final String verb;

  /** Under {@code %v} both mean another notation, and not what they mean elsewhere. */
  private final boolean plus;

  private final boolean sharp;

  PrintfVerb(PrintfFlags flags, String verb) {
    this.flags = flags;
    this.verb = verb;
    this.plus = flags.has('+') && !verb.equals("v");
    this.sharp = flags.has('#') && !verb.equals("v");
  }

  boolean is(String other) {
    return verb.equals(other);
  }

  /** Whether a value is to be written as Go source. */
  boolean isSource() {
    return flags.has('#') && is("v");
  }

  /** Whether a value is to be written as it prints. */
  boolean isPlainValue() {
    return is("v") && !flags.has('+') && !flags.has('#') && padded("").isEmpty();
  }

  boolean isOfNumbers() {
    return "dvboOxXcqU".contains(verb) && !isSource();
  }

  boolean isOfTexts() {
    return "svxXq".contains(verb) && !isSource();
  }

  String ofNothing() {
    return "%!" + verb + "(<nil>)";
  }

  String padded(String text) {
    return flags.padded(text);
  }

  String cut(String text) {
    return flags.cut(text);
  }

  String wrong(GoValue value) throws TemplateStop {
    String printed =
        switch (value) {
          case GoValue.Whole(long number, boolean ignored) -> integer(number, 10);
          case GoValue.Fraction(double number) ->
              PrintfFloat.format(number, 'g', flags, plus, sharp);
          default -> padded(Meter.print(value));
        };
    return "%!" + verb + "(" + value.type() + "=" + printed + ")";
  }

  String text(String text) throws TemplateStop {
    return switch (verb) {
      case "s" -> padded(cut(text));
      case "v" -> isSource() ? padded(GoQuote.text(cut(text), false)) : padded(cut(text));
      case "q" ->
          padded(
              sharp && GoQuote.isRaw(cut(text))
                  ? "`" + cut(text) + "`"
                  : GoQuote.text(cut(text), plus));
      case "x", "X" -> padded(is("X") ? hex(text).toUpperCase(Locale.ROOT) : hex(text));
      default -> "%!" + verb + "(string=" + padded(cut(text)) + ")";
    };
  }

  private String hex(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Integer precision = flags.precision();
    int length = precision == null ? bytes.length : Math.min(precision, bytes.length);
    String prefix = sharp ? "0x" : "";
    HexFormat form =
        flags.has(' ') ? HexFormat.ofDelimiter(" ").withPrefix(prefix) : HexFormat.of();
    String digits = form.formatHex(bytes, 0, length);
    return digits.isEmpty() || flags.has(' ') ? digits : prefix + digits;
  }

  String whole(long number, GoValue value) throws TemplateStop {
    return switch (verb) {
      case "d", "v" -> integer(number, 10);
      case "b" -> integer(number, 2);
      case "o", "O" -> integer(number, 8);
      case "x", "X" -> integer(number, 16);
      case "c" -> padded(Character.toString(character(number)));
      case "q" -> padded(GoQuote.character(character(number), plus));
      case "U" -> {
        if (sharp || flags.precision() != null) {
          throw TemplateStop.unverifiable("`%U` with `#` or a precision is not computed");
        }
        yield flags.spaced(String.format(Locale.ROOT, "U+%04X", number));
      }
      default -> wrong(value);
    };
  }

  private static int character(long number) {
    boolean known = number >= 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
    return known ? (int) number : 0xFFFD;
  }

  private String integer(long number, int base) {
    boolean negative = number < 0;
    Integer precision = flags.precision();
    if (precision != null && precision == 0 && number == 0) {
      return " ".repeat(flags.width());
    }
    String sign = negative ? "-" : plus ? "+" : flags.has(' ') ? " " : "";
    int zeros = flags.zeros() ? flags.width() - sign.length() : 0;
    int least = precision != null ? precision : zeros;
    String digits = Long.toUnsignedString(negative ? -number : number, base);
    digits = "0".repeat(Math.max(0, least - digits.length())) + digits;
    if (sharp) {
      String octal = digits.startsWith("0") ? "" : "0";
      digits = (base == 2 ? "0b" : base == 8 ? octal : base == 16 ? "0x" : "") + digits;
    }
    digits = is("X") ? digits.toUpperCase(Locale.ROOT) : digits;
    return flags.spaced(sign + (is("O") ? "0o" : "") + digits);
  }

  String fraction(double number, GoValue value) throws TemplateStop {
    return switch (verb) {
      case "v", "f", "F", "e", "E", "g", "G" ->
          PrintfFloat.format(number, verb.charAt(0), flags, plus, sharp);
      case "b", "x", "X" ->
          throw TemplateStop.unverifiable("`%" + verb + "` of a float is not computed");
      default -> wrong(value);
    };
  }
}
