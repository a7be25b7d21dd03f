package dev.mayfly.argocd.gotemplate;

import dev.mayfly.diagnostic.VisibleCharacters;
import java.util.HexFormat;
import java.util.Locale;

/** Text and characters as Go's {@code strconv} quotes them. */
final class GoQuote {
  /** What escapes of one letter stand for. */
  static final String ESCAPED = "\007\b\f\n\r\t\013\\";

  /** The letters, in the same order. */
  static final String ESCAPES = "abfnrtv\\";

  private GoQuote() {}

  static String text(String text, boolean ascii) throws TemplateStop {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      append(out, text.codePointAt(i), '"', ascii);
      Meter.length(out.length());
    }
    return out.append('"').toString();
  }

  static String character(int c, boolean ascii) {
    StringBuilder out = new StringBuilder("'");
    append(out, c, '\'', ascii);
    return out.append('\'').toString();
  }

  /** Whether it can stand between backquotes as it is. */
  static boolean isRaw(String text) {
    return text.codePoints()
        .noneMatch(c -> c < ' ' && c != '\t' || c == '`' || c == 0x7F || c == 0xFEFF);
  }

  /** Go's {@code unicode.IsPrint}: spaces but the plain one do not print. */
  static boolean isPrint(int c) {
    return VisibleCharacters.isPrintable(c) && (c == ' ' || !Character.isSpaceChar(c));
  }

  private static void append(StringBuilder out, int c, char quote, boolean ascii) {
    int escape = ESCAPED.indexOf(c);
    if (escape >= 0) {
      out.append('\\').append(ESCAPES.charAt(escape));
    } else if (c == quote) {
      out.append('\\').append(quote);
    } else if (c < ' ' || c == 0x7F) {
      out.append("\\x").append(HexFormat.of().toHexDigits((byte) c));
    } else if (c >= 0x80 && (ascii || !isPrint(c))) {
      out.append(String.format(Locale.ROOT, c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
    } else {
      out.appendCodePoint(c);
    }
  }
}
