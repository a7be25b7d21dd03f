package dev.mayfly.access;

import dev.mayfly.http.Answer;
import dev.mayfly.http.HttpTransport;
import dev.mayfly.http.Request;
import org.jspecify.annotations.Nullable;

/** One host under test, and what it was already asked. */
final class HostProbe {
  private final String host;
  private final boolean nobodysHost;
  private final Tools tools;
  private @Nullable Answer anonymous;

  /** What all visits of a run share. */
  record Tools(HttpTransport http, String randomLabel) {}

  /**
   * A visit.
   *
   * @param nobodysHost true for a name made by chance, which no preview has
   */
  HostProbe(String host, boolean nobodysHost, Tools tools) {
    this.host = host;
    this.nobodysHost = nobodysHost;
    this.tools = tools;
  }

  String host() {
    return host;
  }

  boolean isNobodysHost() {
    return nobodysHost;
  }

  Tools tools() {
    return tools;
  }

  /** The address of a path, which begins with a slash. */
  String url(String path) {
    return "https://" + host + path;
  }

  /** What the host says to somebody without any credentials. */
  Answer anonymous() {
    Answer known = anonymous;
    if (known == null) {
      known = tools.http().ask(Request.headersOnly("GET", url("/")));
      anonymous = known;
    }
    return known;
  }
}
