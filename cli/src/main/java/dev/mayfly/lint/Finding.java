package dev.mayfly.lint;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Repetition;
import dev.mayfly.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says about one place.
 *
 * @param verdict whether the rule's condition is proven, or could not be decided from here
 * @param subject the object meant, as {@code Kind namespace/name}; empty for a file as a whole
 * @param hint what to do; for an undecided finding, what would settle it
 * @param fix the edits that mend it for certain; empty when a person must decide
 * @param override what changed its severity; null when nothing did
 * @param rendered whether the place is in what rendering would write, and not in a file that is
 *     there
 * @param count how many findings it stands for; more than one when it ends a long row of them
 */
public record Finding(
    String rule,
    Severity severity,
    Verdict verdict,
    Location location,
    String subject,
    String message,
    String hint,
    List<Edit> fix,
    @Nullable SeverityOverride override,
    boolean rendered,
    int count)
    implements Comparable<Finding> {
  /** How sure the rule is. */
  public enum Verdict {
    PROVEN,
    UNVERIFIABLE
  }

  public Finding {
    fix = List.copyOf(fix);
  }

  /** A finding of a file, with the severity of its rule. */
  public Finding(
      String rule,
      Severity severity,
      Verdict verdict,
      Location location,
      String subject,
      String message,
      String hint,
      List<Edit> fix) {
    this(rule, severity, verdict, location, subject, message, hint, fix, null, false, 1);
  }

  /**
   * What another check than a rule found.
   *
   * @param otherwise where it stands when the problem has no place
   */
  public static Finding of(Problem problem, Location otherwise) {
    return of(problem, Verdict.PROVEN, otherwise);
  }

  /** The same where the check could not decide everything. */
  public static Finding of(Problem problem, Verdict verdict, Location otherwise) {
    Location at = problem.location();
    return new Finding(
        problem.id(),
        problem.severity(),
        verdict,
        at == null ? otherwise : at,
        "",
        problem.message(),
        problem.hint(),
        List.of());
  }

  Finding judged(Severity other, SeverityOverride why) {
    return new Finding(
        rule, other, verdict, location, subject, message, hint, fix, why, rendered, count);
  }

  /** The same with other advice, for a place where edits would not last. */
  Finding withoutFix(String advice) {
    return new Finding(
        rule, severity, verdict, location, subject, message, advice, List.of(), override, rendered,
        count);
  }

  /** The same about a document that is not committed as it is, so there is nothing to mend. */
  public Finding asRendered() {
    return new Finding(
        rule, severity, verdict, location, subject, message, hint, List.of(), override, true,
        count);
  }

  /** The same at a place that is called otherwise, in words of its own. */
  Finding at(Location other, String words, int stands) {
    return new Finding(
        rule, severity, verdict, other, subject, words, hint, fix, override, rendered, stands);
  }

  /** The same at a place that is called otherwise. */
  public Finding at(Location other) {
    return at(other, message, count);
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

  /** What a report shows of them: no more than some of one rule in one file, and how many more. */
  public static List<Finding> bounded(List<Finding> findings) {
    return Repetition.bounded(
        FileNotes.joined(findings),
        it -> new Kind(it.rule, it.severity, it.verdict, it.location.file()),
        Finding::rest);
  }

  private record Kind(String rule, Severity severity, Verdict verdict, String file) {}

  private Finding rest(int more) {
    return new Finding(
        rule,
        severity,
        verdict,
        Location.of(location.source()),
        "",
        Repetition.andMore(more),
        "",
        List.of(),
        override,
        rendered,
        more);
  }

  public boolean isProven() {
    return verdict == Verdict.PROVEN;
  }

  /** What a reader should know besides: who changed its severity, and what its place is. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (rendered) {
      remarks.add("this is what rendering gives, not a line of a committed file");
    }
    if (override != null) {
      remarks.add(override.sentence(rule));
    }
    return remarks;
  }

  /** The finding as a problem; that it is undecided is told apart. */
  public Problem toProblem() {
    return new Problem(rule, severity, location, message, hint);
  }

  @Override
  public int compareTo(Finding other) {
    int order = location.compareTo(other.location);
    if (order == 0) {
      order = severity.compareTo(other.severity);
    }
    if (order == 0) {
      order = rule.compareTo(other.rule);
    }
    if (order == 0) {
      order = message.compareTo(other.message);
    }
    return order != 0 ? order : subject.compareTo(other.subject);
  }
}
