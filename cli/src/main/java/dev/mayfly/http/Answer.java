package dev.mayfly.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** What came back from a host. */
public sealed interface Answer extends OriginClient.Outcome {
  /** The status, or why there is none. */
  String words();

  /**
   * An answer, whatever it says. The body is there only where it was asked for.
   *
   * @param url who gave it, after redirects
   */
  record Response(URI url, int status, HttpHeaders headers, byte[] body) implements Answer {
    public boolean isSuccess() {
      return status / 100 == 2;
    }

    public boolean isRedirect() {
      return status / 100 == 3;
    }

    /** The value of a header that stands there exactly once: two could be read either way. */
    public Optional<String> header(String name) {
      return Optional.of(all(name)).filter(it -> it.size() == 1).map(List::getFirst);
    }

    /** The first value of a header of which the others do not matter. */
    public Optional<String> first(String name) {
      return headers.firstValue(name);
    }

    public List<String> all(String name) {
      return headers.allValues(name);
    }

    /** Where an address in this answer leads, if that is the scheme, host and port it is from. */
    public Optional<URI> sameOrigin(String target) {
      return Endpoint.sameOrigin(url, target);
    }

    @Override
    public String words() {
      return Integer.toString(status);
    }
  }

  /** No answer. */
  record Silence(Reason reason) implements Answer {
    @Override
    public String words() {
      return "no answer: " + reason.words();
    }
  }

  /** Why there is none. */
  enum Reason {
    UNKNOWN_HOST("its name is not known to DNS"),
    NOT_CONNECTED("no connection comes about"),
    TLS("its certificate does not hold"),
    CONNECT_TIME_OUT("nobody takes the connection"),
    TIME_OUT("it takes too long"),
    CUT("the connection ends early"),
    TOO_LARGE("the answer is too large"),
    /** The run has used up its time, so nothing was sent. */
    BUDGET_SPENT("it takes too long"),
    INTERRUPTED("the run was interrupted");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /** True when nothing can be served there; a slow or broken connection proves no such thing. */
    public boolean isAbsence() {
      return this == UNKNOWN_HOST || this == NOT_CONNECTED || this == TLS;
    }

    /** False where it is certain that the server never saw the request. */
    boolean mayHaveArrived() {
      return this != UNKNOWN_HOST && this != NOT_CONNECTED && this != CONNECT_TIME_OUT;
    }

    /** True where asking again would end in the same way. */
    boolean isFinal() {
      return this == TOO_LARGE || this == BUDGET_SPENT || this == INTERRUPTED;
    }
  }
}
