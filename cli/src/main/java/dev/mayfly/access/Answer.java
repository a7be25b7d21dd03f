package dev.mayfly.access;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** What came back from a host. */
public sealed interface Answer {
  /** An answer, whatever it says. The body is there only where it was asked for. */
  record Response(int status, HttpHeaders headers, byte[] body) implements Answer {
    public boolean isSuccess() {
      return status / 100 == 2;
    }

    public boolean isRedirect() {
      return status / 100 == 3;
    }

    /** The value of a header that stands there exactly once: two could be read either way. */
    public Optional<String> header(String name) {
      List<String> values = headers.allValues(name);
      return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    public boolean has(String name) {
      return headers.firstValue(name).isPresent();
    }
  }

  /** No answer. */
  record Silence(Reason reason) implements Answer {}

  /** Why there is none. */
  enum Reason {
    UNKNOWN_HOST("its name is not known to DNS"),
    NOT_CONNECTED("no connection comes about"),
    TLS("its certificate does not hold"),
    CONNECT_TIME_OUT("nobody takes the connection"),
    TIME_OUT("it takes too long"),
    CUT("the connection ends early"),
    TOO_LARGE("the answer is too large");

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
  }
}
