package dev.mayfly.access;

import dev.mayfly.access.Result.Outcome;
import dev.mayfly.http.Answer;

/** What a check saw, and what that comes to. */
record Evidence(Outcome outcome, String message, String hint) {
  static Evidence passed(String message) {
    return new Evidence(Outcome.PASSED, message, "");
  }

  static Evidence failed(String message, String hint) {
    return new Evidence(Outcome.FAILED, message, hint);
  }

  static Evidence unverifiable(String message, String hint) {
    return new Evidence(Outcome.UNVERIFIABLE, message, hint);
  }

  static Evidence unreachable(String message) {
    return new Evidence(Outcome.UNREACHABLE, message, "");
  }

  static Evidence skipped(String message) {
    return new Evidence(Outcome.SKIPPED, message, "");
  }

  /** No answer from a host that is asked about the one under test. */
  static Evidence unheard(String asked, Answer.Silence silence) {
    return unreachable("`" + asked + "` gives no answer: " + silence.reason().words());
  }

  /** No answer from the host under test. */
  static Evidence silent(String host, Answer.Silence silence) {
    String hint =
        switch (silence.reason()) {
          case TLS ->
              "Cloudflare's Universal SSL covers one label below the zone; a deeper wildcard needs"
                  + " an advanced certificate";
          case UNKNOWN_HOST -> "a wildcard DNS record serves every preview";
          case NOT_CONNECTED,
              CONNECT_TIME_OUT,
              TIME_OUT,
              CUT,
              TOO_LARGE,
              BUDGET_SPENT,
              INTERRUPTED ->
              "";
        };
    return new Evidence(Outcome.UNREACHABLE, unheard(host, silence).message(), hint);
  }
}
