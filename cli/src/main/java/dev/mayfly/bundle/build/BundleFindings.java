package dev.mayfly.bundle.build;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the proof of a bundle finds: what is wrong, and what could not be decided. */
public final class BundleFindings {
  /** The id of everything that could not be decided. */
  public static final String UNDECIDED = "undecided";

  private final Problems problems = new Problems();
  private final boolean strict;

  /** With {@code strict} set, what is undecided counts as wrong: production lives next door. */
  public BundleFindings(boolean strict) {
    this.strict = strict;
  }

  public void error(String id, @Nullable Location at, String message, String hint) {
    problems.error(id, at, message, hint);
  }

  public void warning(String id, @Nullable Location at, String message, String hint) {
    problems.add(Problem.warning(id, at, message, hint));
  }

  /** Something that Mayfly does not work out, and what would settle it. */
  public void undecided(@Nullable Location at, String message, String hint) {
    Severity severity = strict ? Severity.ERROR : Severity.WARNING;
    problems.add(new Problem(UNDECIDED, severity, at, message, hint));
  }

  public void addAll(List<Problem> more) {
    problems.addAll(more);
  }

  public List<Problem> sorted() {
    return problems.sorted();
  }
}
