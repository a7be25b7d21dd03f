package dev.mayfly.command;

import dev.mayfly.access.Report;
import dev.mayfly.access.Result;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.diagnostic.Counted;
import dev.mayfly.event.WorkflowCommand;
import dev.mayfly.report.TerminalText;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results of {@code check access} for people and programs. */
final class AccessOutput {
  static final OutputOption OPTION =
      new OutputOption(List.of("text", "json", "github"), "how to print the result");

  private AccessOutput() {}

  static void write(Report report, Invocation invocation) {
    OPTION.write(
        invocation,
        format ->
            switch (format) {
              case "json" -> json(report);
              case "github" -> github(report);
              default -> text(report);
            });
  }

  private static String text(Report report) {
    StringBuilder text = new StringBuilder();
    int width =
        report.results().stream().mapToInt(r -> r.outcome().word().length()).max().orElse(0);
    String form = "  %-" + Math.max(width, 11) + "s  %-13s  %s";
    String host = "";
    for (Result result : report.results()) {
      if (!result.host().equals(host)) {
        host = result.host();
        text.append(host).append('\n');
      }
      String line =
          String.format(
              Locale.ROOT, form, result.outcome().word(), result.check().word(), result.message());
      text.append(TerminalText.clean(line)).append('\n');
      if (!result.hint().isEmpty()) {
        text.append(" ".repeat(30)).append("hint: ").append(result.hint()).append('\n');
      }
    }
    return text.append(verdict(report)).append('\n').toString();
  }

  private static String verdict(Report report) {
    String words = report.guard().words();
    return switch (report.outcome()) {
      case FAILED, UNVERIFIABLE -> report.subject() + " is not shown to be " + words;
      case UNREACHABLE -> report.subject() + " could not be checked";
      case PASSED, SKIPPED ->
          "%s is %s: %s of %s"
              .formatted(
                  report.subject(),
                  words,
                  Counted.of(
                      report.results().stream()
                          .filter(result -> result.outcome() != Result.Outcome.SKIPPED)
                          .count(),
                      "check"),
                  Counted.of(
                      report.results().stream().map(Result::host).distinct().count(), "host"));
    };
  }

  private static String github(Report report) {
    return report.problems().stream()
        .map(result -> WorkflowCommand.annotation(result.problem()) + "\n")
        .collect(Collectors.joining());
  }

  private static String json(Report report) {
    Tree.Mapping root =
        new Tree.Mapping()
            .put("version", 1)
            .put("wildcard", report.guard().wildcard())
            .put("outcome", report.outcome().word())
            .put(
                "results",
                new Tree.Sequence(report.results().stream().map(AccessOutput::tree).toList()));
    return JsonWriter.pretty(root);
  }

  private static Tree tree(Result result) {
    return new Tree.Mapping()
        .put("check", result.check().word())
        .put("host", result.host())
        .put("outcome", result.outcome().word())
        .put("message", result.message())
        .putUnlessEmpty("hint", result.hint());
  }
}
