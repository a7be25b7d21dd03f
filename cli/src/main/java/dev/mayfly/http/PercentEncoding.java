package dev.mayfly.http;

import java.nio.charset.StandardCharsets;

/** Writes text into addresses. */
public final class PercentEncoding {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

  private PercentEncoding() {}

  /** Percent-encodes all but the unreserved characters of RFC 3986, the slash included. */
  public static String encode(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      if (UNRESERVED.indexOf(c) >= 0) {
        out.append((char) c);
      } else {
        out.append('%');
        out.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    String encoded = out.toString();
    // A segment of dots would climb; a name that is nothing else is no name of any forge.
    return encoded.equals(".") || encoded.equals("..") ? encoded.replace(".", "%2E") : encoded;
  }
}
