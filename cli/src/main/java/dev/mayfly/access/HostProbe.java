package dev.mayfly.access;

import dev.mayfly.http.Answer;
import dev.mayfly.http.HttpTransport;
import dev.mayfly.http.Request;

/**
 * One host under test.
 *
 * @param isNobodysHost true for a name made by chance, which no preview has
 * @param randomLabel made by chance for the run
 * @param root its first page, to somebody without any credentials
 */
record HostProbe(
    String host, boolean isNobodysHost, HttpTransport http, String randomLabel, AskedOnce root) {
  HostProbe(String host, boolean isNobodysHost, HttpTransport http, String randomLabel) {
    this(
        host,
        isNobodysHost,
        http,
        randomLabel,
        new AskedOnce(http, Request.headersOnly("GET", "https://" + host + "/")));
  }

  /** The address of a path, which begins with a slash. */
  String url(String path) {
    return "https://" + host + path;
  }

  /** What the host says to somebody without any credentials. */
  Answer anonymous() {
    return root.answer();
  }
}
