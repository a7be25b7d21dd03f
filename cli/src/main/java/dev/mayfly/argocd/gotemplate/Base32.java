package dev.mayfly.argocd.gotemplate;

import java.nio.charset.StandardCharsets;

/** Base 32 with padding (RFC 4648), as Go's {@code encoding/base32} has it. */
final class Base32 {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String encode(String text) throws TemplateStop {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Meter.length(bytes.length * 2L);
    StringBuilder out = new StringBuilder();
    long buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8 | (b & 0xFF)) & 0xFFFFF;
      for (bits += 8; bits >= 5; bits -= 5) {
        out.append(LETTERS.charAt((int) (buffer >> (bits - 5)) & 31));
      }
    }
    if (bits > 0) {
      out.append(LETTERS.charAt((int) (buffer << (5 - bits)) & 31));
    }
    return out.append("=".repeat((8 - out.length() % 8) % 8)).toString();
  }

  /** What is wrong gives the text of Go's error. */
  static String decode(String written) throws TemplateStop {
    String text = written.replaceAll("[\r\n]", "");
    String letters = text.replaceAll("=+$", "");
    for (int i = 0; i < letters.length(); i++) {
      if (LETTERS.indexOf(letters.charAt(i)) < 0) {
        int at = letters.substring(0, i).getBytes(StandardCharsets.UTF_8).length;
        return "illegal base32 data at input byte " + at;
      }
    }
    int rest = letters.length() % 8;
    boolean whole = rest == 0 || rest == 2 || rest == 4 || rest == 5 || rest == 7;
    if (!whole || text.length() != letters.length() + (8 - rest) % 8) {
      throw TemplateStop.unverifiable(
          "`b32dec` of what has the wrong length gives a Go error text");
    }
    byte[] bytes = new byte[letters.length() * 5 / 8];
    long buffer = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < letters.length(); i++) {
      buffer = (buffer << 5 | LETTERS.indexOf(letters.charAt(i))) & 0xFFFFF;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (buffer >> bits);
      }
    }
    return GoBytes.text(bytes);
  }
}
