package dev.mayfly.lint;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * What one rule says about one place.
 *
 * @param verdict whether the rule's condition is proven, or could not be decided from here
 * @param subject the object meant, as {@code Kind namespace/name}; empty for a file as a whole
 * @param hint what to do; for an undecided finding, what would settle it
 * @param fix the edits that mend it for certain; empty when a person must decide
 */
public record Finding(
    String rule,
    Severity severity,
    Verdict verdict,
    Location location,
    String subject,
    String message,
    String hint,
    List<Edit> fix)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location)
          .thenComparing(Finding::severity)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message)
          .thenComparing(Finding::subject);

  /** How sure the rule is. */
  public enum Verdict {
    PROVEN,
    UNVERIFIABLE
  }

  public Finding {
    fix = List.copyOf(fix);
  }

  Finding withSeverity(Severity other) {
    return new Finding(rule, other, verdict, location, subject, message, hint, fix);
  }

  /** The same about an object that a patch may still change. */
  Finding undecided() {
    return new Finding(
        rule,
        Severity.NOTE,
        Verdict.UNVERIFIABLE,
        location,
        subject,
        message,
        "a kustomization patches this object; lint what kustomize makes of it",
        List.of());
  }

  public boolean isProven() {
    return verdict == Verdict.PROVEN;
  }

  /** The finding as the problem that every text output shows. */
  public Problem toProblem() {
    String shown = isProven() ? message : "unverifiable: " + message;
    return new Problem(rule, severity, location, shown, hint);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
