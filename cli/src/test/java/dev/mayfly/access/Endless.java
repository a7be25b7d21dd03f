package dev.mayfly.access;

import java.util.Arrays;

/** A host whose answers have no end. */
final class Endless {
  private Endless() {}

  static Edge.Host status(int code) {
    byte[] spaces = new byte[1 << 16];
    Arrays.fill(spaces, (byte) ' ');
    return exchange -> {
      exchange.sendResponseHeaders(code, exchange.getRequestMethod().equals("HEAD") ? -1 : 0);
      if (!exchange.getRequestMethod().equals("HEAD")) {
        while (true) {
          exchange.getResponseBody().write(spaces);
        }
      }
      exchange.close();
    };
  }
}
