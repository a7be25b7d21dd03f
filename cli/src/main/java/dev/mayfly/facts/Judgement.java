package dev.mayfly.facts;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.yaml.Choice;
import java.util.Optional;

/**
 * What the facts say of one concern.
 *
 * @param at the object among the facts that decides; empty when what would decide is missing
 */
public record Judgement(
    CloneMismatch concern, Verdict verdict, Optional<Location> at, String message, String hint) {

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

  static Judgement refused(CloneMismatch concern, Location at, String message, String hint) {
    return new Judgement(concern, Verdict.REFUSED, Optional.of(at), message, hint);
  }

  static Judgement worrying(CloneMismatch concern, Location at, String message, String hint) {
    return new Judgement(concern, Verdict.WORRYING, Optional.of(at), message, hint);
  }

  static Judgement unverifiable(CloneMismatch concern, String message, String settledBy) {
    return new Judgement(concern, Verdict.UNVERIFIABLE, Optional.empty(), message, settledBy);
  }

  public Problem toProblem() {
    boolean open = verdict == Verdict.UNVERIFIABLE;
    return new Problem(
        "clone-" + Choice.word(concern),
        verdict.severity,
        at.orElse(null),
        open ? "unverifiable: " + message : message,
        hint);
  }
}
