package dev.mayfly.command;

import dev.mayfly.command.console.CiResult;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.console.Reports;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.event.GitLabReport;
import dev.mayfly.event.Markdown;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says that a run had nothing to do: a check that runs on such an event has to pass. */
final class SkippedOutput {
  private static final String WORD = "skipped";

  private SkippedOutput() {}

  static int write(String reason, Invocation invocation) {
    Console console = invocation.console();
    Reports.problems(
        List.of(
            new Problem("nothing-to-do", Severity.NOTE, null, "nothing is to do: " + reason, "")),
        console);
    for (OutputOption.Target target : OutputOption.asked(invocation)) {
      switch (target.format()) {
        case "json" -> target.write(JsonWriter.pretty(tree(reason)), console);
        case "dotenv" -> target.write(GitLabReport.dotenv(WORD, Optional.empty()), console);
        case "markdown" -> target.write(summary(reason), console);
        default -> {}
      }
    }
    CiResult.write(console, List.of(Map.entry("result", WORD)), () -> summary(reason));
    return ExitCode.FINE;
  }

  private static String summary(String reason) {
    return "**Mayfly** " + WORD + ": " + Markdown.line(reason) + "\n\n";
  }

  private static Tree tree(String reason) {
    return new Tree.Mapping().put("result", WORD).put("reason", reason);
  }
}
