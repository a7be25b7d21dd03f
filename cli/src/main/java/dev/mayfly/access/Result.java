package dev.mayfly.access;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.yaml.Choice;

/** What one check came to at one host. */
public record Result(CheckName check, String host, Outcome outcome, String message, String hint) {
  /** Which check. */
  public enum CheckName {
    ANONYMOUS,
    APPLICATION,
    BEARER_TOKEN,
    DEEP_HOST,
    LOGIN,
    OUTSIDE,
    PROTECTED,
    SERVICE_TOKEN,
    TOKEN;

    /** What it is called in every output, in kebab case. */
    public String word() {
      return Choice.word(this);
    }
  }

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
      return Choice.word(this);
    }
  }

  Result(CheckName check, String host, Evidence seen) {
    this(check, host, seen.outcome(), seen.message(), seen.hint());
  }

  /** True when the result says that something is wrong. */
  public boolean isProblem() {
    return outcome.compareTo(Outcome.PASSED) < 0;
  }

  /** The same as a problem, for reports and annotations. */
  public Problem problem() {
    return Problem.error("access-" + check.word(), null, message, hint);
  }
}
