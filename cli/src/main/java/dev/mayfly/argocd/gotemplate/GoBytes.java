package dev.mayfly.argocd.gotemplate;

import java.nio.charset.StandardCharsets;

/** Bytes that become text. */
final class GoBytes {
  private static final int REPLACEMENT = 0xFFFD;

  private GoBytes() {}

  /** Every byte that belongs to no character becomes a replacement character of its own. */
  static String text(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < bytes.length) {
      int length = length(bytes, at);
      if (length == 0) {
        out.appendCodePoint(REPLACEMENT);
        at++;
      } else {
        out.append(new String(bytes, at, length, StandardCharsets.UTF_8));
        at += length;
      }
    }
    return out.toString();
  }

  private static int length(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int length =
        first < 0x80
            ? 1
            : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > bytes.length) {
      return 0;
    }
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    return text.codePointCount(0, text.length()) == 1
            && (text.codePointAt(0) != REPLACEMENT || first == 0xEF)
        ? length
        : 0;
  }
}
