package dev.mayfly.access;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.http.Answer;
import java.util.Locale;

/** What one check came to at one host. */
public record Result(String check, String host, Outcome outcome, String message, String hint) {
  /** Sorted by weight: the first one present decides a report. */
  public enum Outcome {
    /** The host is open, or not shown to be closed. */
    FAILED,
    /** Nobody answered, so nothing is known. */
    UNREACHABLE,
    /** What is to be shown cannot be seen from here. */
    UNVERIFIABLE,
    PASSED,
    /** Not asked for, or answered by another check. */
    SKIPPED;

    /** The lower-case word used in every output. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Result passed(String check, String host, String message) {
    return new Result(check, host, Outcome.PASSED, message, "");
  }

  static Result failed(String check, String host, String message, String hint) {
    return new Result(check, host, Outcome.FAILED, message, hint);
  }

  static Result unverifiable(String check, String host, String message, String hint) {
    return new Result(check, host, Outcome.UNVERIFIABLE, message, hint);
  }

  static Result unreachable(String check, String host, String message) {
    return new Result(check, host, Outcome.UNREACHABLE, message, "");
  }

  static Result skipped(String check, String host, String message) {
    return new Result(check, host, Outcome.SKIPPED, message, "");
  }

  /** No answer from the host that was asked, which may not be the one under test. */
  static Result silent(String check, String host, String asked, Answer.Silence silence) {
    return new Result(
        check,
        host,
        Outcome.UNREACHABLE,
        "`" + asked + "` gives no answer: " + silence.reason().words(),
        switch (silence.reason()) {
          case TLS ->
              asked.equals(host)
                  ? "Cloudflare's Universal SSL covers one label below the zone; a deeper wildcard"
                      + " needs an advanced certificate"
                  : "";
          case UNKNOWN_HOST ->
              asked.equals(host) ? "a wildcard DNS record serves every preview" : "";
          case NOT_CONNECTED,
              CONNECT_TIME_OUT,
              TIME_OUT,
              CUT,
              TOO_LARGE,
              BUDGET_SPENT,
              INTERRUPTED ->
              "";
        });
  }

  /** True when the result says that something is wrong. */
  public boolean isProblem() {
    return outcome.compareTo(Outcome.PASSED) < 0;
  }

  /** The same as a problem, for reports and annotations. */
  public Problem problem() {
    return Problem.error("access-" + check, null, message, hint);
  }
}
