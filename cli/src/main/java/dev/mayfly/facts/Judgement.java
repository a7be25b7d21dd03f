package dev.mayfly.facts;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.yaml.Choice;
import java.util.Optional;

/**
 * What the facts say of one mismatch.
 *
 * @param at the object among the facts that decides; empty when what would decide is missing
 */
public record Judgement(
    CloneMismatch mismatch, Verdict verdict, Optional<Location> at, String message, String hint) {

  /** How sure it is, and how bad. */
  public enum Verdict {
    REFUSED(Severity.ERROR),
    WORRYING(Severity.WARNING),
    UNVERIFIABLE(Severity.NOTE);

    private final Severity severity;

    Verdict(Severity severity) {
      this.severity = severity;
    }
  }

  static Judgement refused(CloneMismatch mismatch, Location at, String message, String hint) {
    return new Judgement(mismatch, Verdict.REFUSED, Optional.of(at), message, hint);
  }

  static Judgement worrying(CloneMismatch mismatch, Location at, String message, String hint) {
    return new Judgement(mismatch, Verdict.WORRYING, Optional.of(at), message, hint);
  }

  static Judgement unverifiable(CloneMismatch mismatch, String message, String settledBy) {
    return new Judgement(mismatch, Verdict.UNVERIFIABLE, Optional.empty(), message, settledBy);
  }

  public Problem toProblem() {
    boolean open = verdict == Verdict.UNVERIFIABLE;
    return new Problem(
        "clone-" + Choice.word(mismatch),
        verdict.severity,
        at.orElse(null),
        open ? "unverifiable: " + message : message,
        hint);
  }
}
