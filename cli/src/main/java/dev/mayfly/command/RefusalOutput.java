package dev.mayfly.command;

import dev.mayfly.command.console.CiResult;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.event.GitLabReport;
import dev.mayfly.event.Markdown;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says to scripts and to the CI why a commit gets no preview. People read the same on standard
 * error.
 */
final class RefusalOutput {
  private static final int MOST = 20;
  private static final int LONGEST = 1_000;

  private RefusalOutput() {}

  static void write(PreviewId id, ProblemsException refusal, Invocation invocation) {
    Console console = invocation.console();
    String word = refusal.fault() == Fault.REFUSED ? "refused" : "failed";
    List<Problem> reasons = refusal.problems().stream().limit(MOST).toList();
    for (OutputOption.Target target : OutputOption.asked(invocation)) {
      switch (target.format()) {
        case "json" -> target.write(JsonWriter.pretty(tree(id, word, reasons)), console);
        case "dotenv" -> target.write(GitLabReport.dotenv(word, Optional.empty()), console);
        default -> {}
      }
    }
    ci(id.toString(), word, reasons, console);
  }

  /** The same of a sweep, which is no preview and has no other form. */
  static void ofSweep(ProblemsException refusal, Console console) {
    ci("sync", "refused", refusal.problems(), console);
  }

  private static void ci(String of, String word, List<Problem> reasons, Console console) {
    String lines = reasons.stream().map(RefusalOutput::line).collect(Collectors.joining("\n"));
    CiResult.write(
        console,
        List.of(Map.entry("result", word), Map.entry("reasons", lines)),
        () -> summary(of, word, reasons));
  }

  private static String line(Problem problem) {
    return UntrustedText.clean(problem.message(), LONGEST);
  }

  private static String summary(String of, String word, List<Problem> reasons) {
    return reasons.stream()
        .map(reason -> "- " + Markdown.line(line(reason)) + "\n")
        .collect(Collectors.joining("", "**Mayfly** " + word + ": " + of + "\n\n", "\n"));
  }

  private static Tree tree(PreviewId id, String word, List<Problem> reasons) {
    return new Tree.Mapping()
        .put("result", word)
        .put("app", id.app())
        .put("number", id.number().value())
        .put("reasons", new Tree.Sequence(reasons.stream().map(RefusalOutput::reason).toList()));
  }

  private static Tree reason(Problem problem) {
    return new Tree.Mapping()
        .put("id", problem.id())
        .put("message", line(problem))
        .putUnlessEmpty("hint", UntrustedText.clean(problem.hint(), LONGEST));
  }
}
