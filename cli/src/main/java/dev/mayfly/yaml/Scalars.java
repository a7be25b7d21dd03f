package dev.mayfly.yaml;

import dev.mayfly.diagnostic.VisibleCharacters;

/** Writes strings so that YAML 1.1 and 1.2 readers, and Go's, read the same characters back. */
final class Scalars {
  private Scalars() {}

  static void string(StringBuilder out, String text) {
    if (PlainScalars.isSafe(text)) {
      out.append(text);
      return;
    }
    out.append('"');
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      escaped(out, c);
      i += Character.charCount(c);
    }
    out.append('"');
  }

  private static void escaped(StringBuilder out, int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      default -> {
        if (c >= 0xD800 && c <= 0xDFFF) {
          throw new IllegalArgumentException("a lone surrogate cannot be written");
        }
        // Raw only where no reader, terminal or diff view takes it for something else.
        if (VisibleCharacters.isPrintable(c)) {
          out.appendCodePoint(c);
        } else if (c <= 0xFF) {
          out.append(hex("\\x", c, 2));
        } else if (c <= 0xFFFF) {
          out.append(hex("\\u", c, 4));
        } else {
          out.append(hex("\\U", c, 8));
        }
      }
    }
  }

  private static String hex(String prefix, int c, int digits) {
    String hex = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
    return prefix + "0".repeat(digits - hex.length()) + hex;
  }

  /** Several lines of plain printable text, each not empty at its end, read best as a block. */
  static boolean fitsBlock(String text) {
    if (!text.endsWith("\n")
        || text.startsWith(" ")
        || text.startsWith("\n")
        || text.endsWith("\n\n")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean trailingSpace = c == ' ' && text.charAt(i + 1) == '\n';
      if ((c != '\n' && (c < ' ' || c > '~')) || trailingSpace) {
        return false;
      }
    }
    return true;
  }

  static void block(StringBuilder out, String text, int indent) {
    out.append(" |\n");
    for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
      if (!line.isEmpty()) {
        out.repeat(' ', indent).append(line);
      }
      out.append('\n');
    }
  }
}
