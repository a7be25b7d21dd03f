package dev.mayfly.command;

import dev.mayfly.command.console.CiResult;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.Reports;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.event.GitLabReport;
import dev.mayfly.event.Markdown;
import dev.mayfly.live.Ending;
import dev.mayfly.live.Ending.Result;
import dev.mayfly.live.Observation;
import dev.mayfly.live.Trouble;
import dev.mayfly.live.Wanted;
import dev.mayfly.report.TerminalText;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says how {@code wait} ended: to people, to scripts, and to the CI that runs it. */
record WaitOutput(Wanted wanted, Console console) {
  static final OutputOption OPTION =
      new OutputOption(List.of("text", "json", "dotenv"), "how to print the result");

  void progress(Duration took, Observation seen) {
    console.err().println(TerminalText.clean(time(took) + "  " + wanted.id() + " " + seen.words()));
    console.err().flush();
  }

  void write(Ending ending, Invocation invocation) {
    OPTION.write(
        invocation,
        format ->
            switch (format) {
              case "json" -> JsonWriter.pretty(tree(ending));
              case "dotenv" -> GitLabReport.dotenv(word(ending), wanted.url());
              default -> text(ending);
            });
    ci(ending);
  }

  private String text(Ending ending) {
    StringBuilder text = new StringBuilder();
    text.append(line(ending, TerminalText.clean(ending.last().words()))).append('\n');
    for (Trouble trouble : troubles(ending)) {
      text.append("  ").append(trouble.state()).append("  ").append(trouble.object());
      text.append(trouble.message().isEmpty() ? "" : ": " + trouble.message()).append('\n');
      if (!trouble.hint().isEmpty()) {
        text.append("    hint: ").append(trouble.hint()).append('\n');
      }
    }
    return text.toString();
  }

  private String line(Ending ending, String words) {
    String preview = wanted.id() + " at " + wanted.commit().shortHex();
    String took = ending.took().isZero() ? "" : " (after " + time(ending.took()) + ")";
    return ending.result() == Result.LIVE
        ? "live: " + preview + ", " + wanted.url().orElse("no URL") + took
        : word(ending).replace('-', ' ') + ": " + preview + " " + words + took;
  }

  /** What was in the way says nothing of a preview that is live or no longer wanted. */
  private static List<Trouble> troubles(Ending ending) {
    return switch (ending.result()) {
      case FAILED, TIMED_OUT, WAITING -> ending.last().troubles();
      case LIVE, SUPERSEDED -> List.of();
    };
  }

  private Tree tree(Ending ending) {
    return new Tree.Mapping()
        .put("version", 1)
        .put("result", word(ending))
        .put("app", wanted.id().app())
        .put("number", wanted.id().number().value())
        .put("headSha", wanted.commit().hex())
        .put("url", wanted.url())
        .put("seconds", ending.took().toSeconds())
        .put("message", ending.last().words())
        .put("troubles", troubles(ending).stream().map(WaitOutput::tree).toList());
  }

  private static Tree tree(Trouble trouble) {
    return new Tree.Mapping()
        .put("object", trouble.object())
        .put("state", trouble.state())
        .put("message", trouble.message())
        .putUnlessEmpty("hint", trouble.hint());
  }

  private void ci(Ending ending) {
    CiResult.write(
        console,
        List.of(
            Map.entry("result", word(ending)),
            Map.entry("url", wanted.url().orElse("")),
            Map.entry("head-sha", wanted.commit().hex())),
        () -> summary(ending));
    if (ending.result() != Result.LIVE) {
      String hint = troubles(ending).stream().findFirst().map(Trouble::hint).orElse("");
      Reports.annotations(
          List.of(
              Problem.error(
                  "preview-" + word(ending),
                  null,
                  wanted.id() + " " + ending.last().words(),
                  hint)),
          console);
    }
  }

  private String summary(Ending ending) {
    StringBuilder text = new StringBuilder("**Mayfly** ");
    text.append(Markdown.line(line(ending, ending.last().words()))).append('\n');
    for (Trouble trouble : troubles(ending)) {
      String object = "`" + trouble.object() + "` " + trouble.state() + " " + trouble.message();
      text.append("- ").append(Markdown.line(object));
      text.append(trouble.hint().isEmpty() ? "" : " (" + trouble.hint() + ")").append('\n');
    }
    return text.append('\n').toString();
  }

  private static String word(Ending ending) {
    return Choice.word(ending.result());
  }

  private static String time(Duration took) {
    return String.format(Locale.ROOT, "%d:%02d", took.toMinutes(), took.toSecondsPart());
  }
}
