package dev.mayfly.command;

import dev.mayfly.command.console.CiResult;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.console.Reports;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.delivery.Announcement;
import dev.mayfly.delivery.Deployments;
import dev.mayfly.delivery.Effect;
import dev.mayfly.delivery.Outcome;
import dev.mayfly.event.GitLabReport;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says how a delivery ended: to people, to scripts, and to the CI that runs it. */
final class OutcomeOutput {
  static final OutputOption OPTION =
      new OutputOption(List.of("text", "json", "dotenv"), "how to print the result");

  /** Words of a preview that is there now, and was not so before. */
  private static final Set<Effect> DELIVERED =
      EnumSet.of(Effect.OPENED, Effect.UPDATED, Effect.RETRIED);

  private OutcomeOutput() {}

  static int write(Outcome outcome, Announcement.Announced said, Invocation invocation) {
    Console console = invocation.console();
    Reports.problems(said.warnings(), console);
    OPTION.write(
        invocation,
        format ->
            switch (format) {
              case "json" -> JsonWriter.pretty(tree(outcome, said));
              case "dotenv" -> GitLabReport.dotenv(outcome.effect().word(), outcome.url());
              default -> text(outcome, said);
            });
    ci(outcome, said, console);
    return ExitCode.FINE;
  }

  private static String text(Outcome outcome, Announcement.Announced said) {
    StringBuilder line = new StringBuilder();
    line.append(outcome.dryRun() ? "would be " : "").append(outcome.effect().word()).append(": ");
    line.append(outcome.id());
    outcome.commit().ifPresent(commit -> line.append(" in commit ").append(commit.shortHex()));
    if (!said.merged()) {
      outcome.branch().ifPresent(it -> line.append(" on branch ").append(it.shortName()));
    }
    outcome.url().ifPresent(url -> line.append(", ").append(url));
    if (outcome.url().isEmpty() && DELIVERED.contains(outcome.effect())) {
      line.append(", no URL");
    }
    String how = said.merged() ? ", merged by " : ", waits for ";
    said.changeUrl().ifPresent(url -> line.append(how).append(url));
    if (!outcome.reason().isEmpty()) {
      line.append(" (").append(outcome.reason()).append(")");
    }
    return line.append('\n').toString();
  }

  private static Tree tree(Outcome outcome, Announcement.Announced said) {
    Tree.Mapping fields =
        new Tree.Mapping()
            .put("result", outcome.effect().word())
            .put("app", outcome.id().app())
            .put("number", outcome.id().number().value())
            .putUnlessEmpty("reason", outcome.reason())
            .put("gitopsCommit", outcome.commit().map(CommitSha::hex))
            .put("url", outcome.url())
            .put("change", said.changeUrl());
    said.deployment()
        .ifPresent(reported -> {
          fields.put("environment", Deployments.environment(outcome.id()));
          fields.put("deployment", reported.state().word());
        });
    return fields
        .put("waiting", outcome.waiting() && !said.merged())
        .put("dryRun", outcome.dryRun());
  }

  private static void ci(Outcome outcome, Announcement.Announced said, Console console) {
    List<Map.Entry<String, String>> outputs = new ArrayList<>();
    outputs.add(Map.entry("result", outcome.effect().word()));
    outputs.add(Map.entry("url", outcome.url().orElse("")));
    outputs.add(Map.entry("change", said.changeUrl().orElse("")));
    said.deployment().ifPresent(it -> outputs.add(Map.entry("deployment", it.state().word())));
    CiResult.write(console, outputs, () -> "**Mayfly** " + text(outcome, said) + "\n");
  }
}
