package dev.mayfly.access;

import dev.mayfly.http.Answer;
import dev.mayfly.http.HttpTransport;
import dev.mayfly.http.Request;
import org.jspecify.annotations.Nullable;

/** What a host publishes under a path, fetched once a run and when it is first asked for. */
final class Published {
  /** What a document may have at most, in bytes. */
  static final int LARGEST = 1 << 20;

  private final HttpTransport http;
  private final String url;
  private @Nullable Answer answer;

  /**
   * @param host one that the platform names, and no other
   */
  Published(HttpTransport http, String host, String path) {
    this.http = http;
    this.url = "https://" + host + path;
  }

  Answer answer() {
    Answer known = answer;
    if (known == null) {
      known = http.ask(Request.get(url).atMost(LARGEST));
      answer = known;
    }
    return known;
  }
}
