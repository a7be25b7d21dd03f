package dev.mayfly.command.console;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Repetition;
import dev.mayfly.event.CiEnvironment;
import dev.mayfly.event.WorkflowCommand;
import dev.mayfly.report.TextReport;
import java.util.List;

/** Problems as people read them, and as annotations where a CI takes them from the log. */
public final class Reports {
  private Reports() {}

  /** Prints problems to standard error, and tells the CI nothing. */
  public static void toPeople(List<Problem> problems, Console console) {
    console.err().print(new TextReport(console.colour()).format(problems));
  }

  /** Prints problems to standard error, and as annotations where the CI takes them. */
  public static void problems(List<Problem> all, Console console) {
    List<Problem> problems = Repetition.bounded(all);
    if (!problems.isEmpty()) {
      toPeople(problems, console);
      annotations(problems, console);
    }
  }

  /**
   * The runner of Actions looks for its commands in both streams (actions/runner, {@code
   * StepHost.cs}), so standard output stays the result's alone.
   */
  public static void annotations(List<Problem> problems, Console console) {
    if (CiEnvironment.detect(console.env()).isActions()) {
      problems.forEach(p -> console.err().println(WorkflowCommand.annotation(p)));
    }
  }
}
