package dev.mayfly.bundle.build;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the proof of a bundle finds: what is wrong, and what could not be decided. */
public final class BundleFindings {
  /** The id of everything that could not be decided. */
  private static final String UNDECIDED = "undecided";

  private final Problems problems = new Problems();
  private final Severity undecided;

  /** Findings among which what is undecided counts this much. */
  public BundleFindings(Severity undecided) {
    this.undecided = undecided;
  }

  public void error(String id, @Nullable Location at, String message, String hint) {
    problems.error(id, at, message, hint);
  }

  public void warning(String id, @Nullable Location at, String message, String hint) {
    problems.add(Problem.warning(id, at, message, hint));
  }

  /** A key in a spelling that is none: Go's readers fold case, so it may mean what is refused. */
  void unknownKey(ScalarNode key, Set<String> known) {
    String text = UntrustedText.clean(key.text(), 60);
    error("unknown-key", key.location(), "unknown key `" + text + "`", NearMiss.hint(text, known));
  }

  /** Something that Mayfly does not work out, and what would settle it. */
  public void undecided(@Nullable Location at, String message, String hint) {
    problems.add(new Problem(UNDECIDED, undecided, at, message, hint));
  }

  /** Whether a problem says that something could not be decided, and does not count as an error. */
  public static boolean isUndecided(Problem problem) {
    return problem.id().equals(UNDECIDED) && problem.severity() != Severity.ERROR;
  }

  public void addAll(List<Problem> more) {
    problems.addAll(more);
  }

  public boolean hasErrors() {
    return problems.sorted().stream().anyMatch(p -> p.severity() == Severity.ERROR);
  }

  public List<Problem> sorted() {
    return problems.sorted();
  }
}
