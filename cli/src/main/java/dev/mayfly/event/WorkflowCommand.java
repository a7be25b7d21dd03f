package dev.mayfly.event;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;

/**
 * What the runner of GitHub and Gitea Actions takes from standard output: a line that starts with
 * {@code ::} is a command, and so is {@code ##[} anywhere in a line (GitHub docs, "Workflow
 * commands"; actions/runner, {@code ActionCommand.cs}).
 */
public final class WorkflowCommand {
  private WorkflowCommand() {}

  /** The problem as one line that annotates its file. */
  public static String annotation(Problem problem) {
    StringBuilder line = new StringBuilder("::").append(level(problem.severity()));
    line.append(" title=").append(property(problem.id()));
    Location at = problem.location();
    if (at != null) {
      line.append(",file=").append(property(at.file()));
      if (at.line() > 0) {
        line.append(",line=").append(at.line()).append(",endLine=").append(at.endLine());
        // The columns of a span over several lines would be read as columns of its first line.
        if (at.line() == at.endLine()) {
          line.append(",col=").append(at.column()).append(",endColumn=").append(at.endColumn());
        }
      }
    }
    String hint = problem.hint().isEmpty() ? "" : "\n" + problem.hint();
    return line.append("::").append(data(problem.message() + hint)).toString();
  }

  /** What the runner calls a problem so severe. */
  public static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  /** What stands behind the second pair of colons, written so that it ends where it should. */
  public static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** The value of a property, likewise. */
  public static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** Text for a log, of which no line is a command any more. */
  public static String neutralized(String text) {
    return text.replaceAll("(?m)^(\\s*):(?=:)", "$1: ")
        .replaceAll("\\r(?!\\n)", " ")
        .replace("##[", "## [");
  }
}
