package dev.mayfly.diagnostic;

import java.util.List;

/** Ends a command because of problems that a user can mend. Anything else thrown is a bug. */
public final class ProblemsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Fault fault;
  private final transient List<Problem> problems;

  public ProblemsException(Fault fault, List<Problem> problems) {
    super(problems.isEmpty() ? fault.name() : problems.getFirst().message());
    this.fault = fault;
    this.problems = List.copyOf(problems);
  }

  public ProblemsException(Fault fault, Problem problem) {
    this(fault, List.of(problem));
  }

  public Fault fault() {
    return fault;
  }

  public List<Problem> problems() {
    return problems;
  }
}
