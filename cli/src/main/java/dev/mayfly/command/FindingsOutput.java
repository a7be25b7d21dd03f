package dev.mayfly.command;

import dev.mayfly.command.composition.GitRoot;
import dev.mayfly.command.console.CiResult;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ProgramVersion;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.event.CiEnvironment;
import dev.mayfly.event.WorkflowCommand;
import dev.mayfly.lint.Finding;
import dev.mayfly.report.LintFormat;
import dev.mayfly.report.Producer;
import dev.mayfly.yaml.Choice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reports findings in every form that was asked for, and to the CI that runs the command. */
final class FindingsOutput {
  private static final Choice<LintFormat> FORMATS = Choice.of(LintFormat.values());
  static final OutputOption OPTION = new OutputOption(FORMATS.words(), "how to report");

  private FindingsOutput() {}

  /**
   * Writes all reports. Of one rule in one file they show the first findings and count the others.
   *
   * @param whenNone what is said when there is nothing to report
   * @param base what the names of files are relative to
   */
  static void write(List<Finding> all, String whenNone, Path base, Invocation invocation) {
    Console console = invocation.console();
    List<Finding> findings = Finding.bounded(all);
    List<Finding> named = Finding.bounded(GitRoot.named(all, base));
    Producer producer =
        new Producer(
            invocation.parsed().commandSpec().name(), ProgramVersion.text(), ProgramVersion.home());
    List<OutputOption.Target> targets = OPTION.targets(invocation);
    for (OutputOption.Target target : targets) {
      boolean colour = console.colour() && target.path().isEmpty();
      LintFormat format = FORMATS.of(target.format()).orElse(LintFormat.TEXT);
      String report =
          switch (format) {
            case TEXT ->
                findings.isEmpty() ? whenNone + "\n" : format.report(colour, producer, findings);
            case MARKDOWN -> markdown(findings, whenNone, producer);
            case SARIF, GITLAB, GITHUB -> format.report(colour, producer, named);
            case JSON, JUNIT -> format.report(colour, producer, findings);
          };
      target.write(forLog(report, format, target, console), console);
    }
    boolean annotated =
        targets.stream().anyMatch(it -> it.format().equals("github") && it.path().isEmpty());
    ci(findings, annotated ? List.of() : named, whenNone, producer, console);
  }

  /** Lines of a stranger's file stand in a text, and a runner takes commands from its log. */
  private static String forLog(
      String report, LintFormat format, OutputOption.Target target, Console console) {
    boolean log = target.path().isEmpty() && CiEnvironment.detect(console.env()).isActions();
    boolean text = format == LintFormat.TEXT || format == LintFormat.MARKDOWN;
    return log && text ? WorkflowCommand.neutralized(report) : report;
  }

  private static void ci(
      List<Finding> findings,
      List<Finding> annotated,
      String whenNone,
      Producer producer,
      Console console) {
    if (CiEnvironment.detect(console.env()).isActions()) {
      console.err().print(LintFormat.GITHUB.report(false, producer, annotated));
    }
    int count = findings.stream().mapToInt(Finding::count).sum();
    CiResult.write(
        console,
        List.of(
            Map.entry("result", findings.isEmpty() ? "fine" : "findings"),
            Map.entry("findings", Integer.toString(count))),
        () -> markdown(findings, whenNone, producer));
  }

  private static String markdown(List<Finding> findings, String whenNone, Producer producer) {
    return findings.isEmpty()
        ? "### " + producer.command() + ": " + whenNone + "\n"
        : LintFormat.MARKDOWN.report(false, producer, findings);
  }
}
