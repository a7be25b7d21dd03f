package dev.mayfly.access;

import dev.mayfly.http.Answer;
import dev.mayfly.http.HttpTransport;
import dev.mayfly.http.Request;
import org.jspecify.annotations.Nullable;

/** What is asked once a run, and when the answer is first wanted. */
final class AskedOnce {
  /** What a document may have at most, in bytes. */
  static final int LARGEST = 1 << 20;

  private final HttpTransport http;
  private final Request request;
  private @Nullable Answer answer;

  AskedOnce(HttpTransport http, Request request) {
    this.http = http;
    this.request = request;
  }

  /** A document of a host that the platform names, and of no other. */
  static AskedOnce document(HttpTransport http, String host, String path) {
    return new AskedOnce(http, Request.get("https://" + host + path).atMost(LARGEST));
  }

  Answer answer() {
    Answer known = answer;
    if (known == null) {
      known = http.ask(request);
      answer = known;
    }
    return known;
  }
}
