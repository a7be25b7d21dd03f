package dev.mayfly.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes text into addresses. */
public final class PercentEncoding {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

  private PercentEncoding() {}

  /** Percent-encodes all but the unreserved characters of RFC 3986, the slash included. */
  public static String encode(String text) {
    String encoded = encode(text, "");
    // A segment of dots would climb; a name that is nothing else is no name of any forge.
    return encoded.equals(".") || encoded.equals("..") ? encoded.replace(".", "%2E") : encoded;
  }

  /** The same, but for these characters, and dots as they are. */
  public static String encode(String text, String plain) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(b) >= 0 || plain.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }
}
