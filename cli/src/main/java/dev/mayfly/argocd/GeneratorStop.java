package dev.mayfly.argocd;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.yaml.ReadingFault;
import org.jspecify.annotations.Nullable;

/** Ends one generator or one Application; never leaves this package. */
final class GeneratorStop extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  private GeneratorStop(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  /** Argo CD reports an error here, and then neither creates, updates nor deletes anything. */
  static GeneratorStop stall(@Nullable Location location, String message) {
    return new GeneratorStop(
        Problem.error(
            "stalled",
            location,
            message,
            "until it is fixed the controller creates, updates and deletes nothing of this set"));
  }

  /** What comes out depends on something that no file says. */
  static GeneratorStop unverifiable(@Nullable Location location, String message, String settledBy) {
    return new GeneratorStop(
        new Problem("unverifiable", Severity.NOTE, location, message, settledBy));
  }

  /** Text that cannot be read stalls the set; what is too much for us alone decides nothing. */
  static GeneratorStop unread(@Nullable Location location, String what, Problem why) {
    String message = what + " is not read: " + MessageText.value(why.message());
    return ReadingFault.isTooMuch(why) || ReadingFault.AMBIGUOUS_SCALAR.isIn(why)
        ? unverifiable(location, message, "only a controller can tell")
        : stall(location, message);
  }

  /** Whoever writes a set decides how much work it is; at some point it is not followed further. */
  static GeneratorStop tooMany(@Nullable Location location, String message) {
    return new GeneratorStop(
        Problem.error("too-many", location, message, "split the set, or narrow what it reads"));
  }

  Problem problem() {
    return problem;
  }
}
