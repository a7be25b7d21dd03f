package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;

/** Leaves the composer at once when a budget is spent; never leaves this package. */
final class RefusedInput extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  RefusedInput(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  RefusedInput(String id, Location location, String message) {
    this(Problem.error(id, location, message));
  }

  Problem problem() {
    return problem;
  }
}
