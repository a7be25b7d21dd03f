package dev.mayfly.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects problems, so that a user sees all of them at once and not one a run. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Runs a step of many; what ends it is added to the problems, and the others go on. */
  public static void collect(Runnable step, List<Problem> problems) {
    try {
      step.run();
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
    }
  }

  public void add(Problem problem) {
    found.add(problem);
  }

  public void error(String id, @Nullable Location location, String message) {
    add(Problem.error(id, location, message));
  }

  public void error(String id, @Nullable Location location, String message, String hint) {
    add(Problem.error(id, location, message, hint));
  }

  public void addAll(List<Problem> problems) {
    found.addAll(problems);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All problems in source order. */
  public List<Problem> sorted() {
    return found.stream().sorted().distinct().toList();
  }

  /** Throws all errors found so far as one; warnings alone do not throw. */
  public void throwIfAny(Fault fault) {
    if (found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      throw new ProblemsException(fault, sorted());
    }
  }
}
