package dev.mayfly.yaml;

import java.util.Arrays;

/**
 * Text that others wrote for other readers. A byte order mark at the start and CRLF mean nothing to
 * any reader of YAML (YAML 1.2.2, 5.2 and 5.4), so they are taken away before it is read strictly.
 */
public final class ForeignText {
  private ForeignText() {}

  /** The same bytes without them. */
  public static byte[] plain(byte[] bytes) {
    int start = startsWithMark(bytes) ? 3 : 0;
    byte[] plain = new byte[bytes.length];
    int length = 0;
    for (int i = start; i < bytes.length; i++) {
      if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
        plain[length++] = bytes[i];
      }
    }
    return length == bytes.length ? bytes : Arrays.copyOf(plain, length);
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3
        && (bytes[0] & 0xFF) == 0xEF
        && (bytes[1] & 0xFF) == 0xBB
        && (bytes[2] & 0xFF) == 0xBF;
  }
}
