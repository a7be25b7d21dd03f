package dev.mayfly.command;

import dev.mayfly.command.composition.BundlePlaces;
import dev.mayfly.command.composition.Remotes;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.console.Reports;
import dev.mayfly.command.option.BundleOptions;
import dev.mayfly.command.option.FactsOptions;
import dev.mayfly.command.option.FlagOption;
import dev.mayfly.command.option.GitOpsOptions;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.delivery.Status;
import dev.mayfly.delivery.StatusReader;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.report.StatusHtml;
import dev.mayfly.report.StatusJson;
import dev.mayfly.report.StatusTable;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code status}: the previews that Git knows of. */
final class StatusCommand implements Command {
  private static final FlagOption OFFLINE =
      new FlagOption("--offline", "ask no other repository whether the bundle from there moved");

  private static final List<String> FORMATS = List.of("text", "json", "html");

  @Override
  public String name() {
    return "status";
  }

  @Override
  public String summary() {
    return "list the previews that Git knows of, with limit and capacity";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    GitOpsOptions.addTo(spec);
    FactsOptions.addTo(spec);
    BundleOptions.addPlace(spec);
    spec.addOption(OFFLINE.spec());
    spec.addOption(OutputOption.of(FORMATS, "how to print the list"));
    spec.usageMessage()
        .footer("%nExamples:", "  mayfly status", "  mayfly status -o html=previews.html");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    try (RemoteRepository remote = Remotes.gitops(parsed, console)) {
      Status status =
          StatusReader.read(
              Remotes.delivery(parsed, console, remote, true),
              FactsOptions.read(parsed, console),
              platform ->
                  OFFLINE.isGivenIn(parsed)
                      ? Optional.empty()
                      : Optional.of(new BundlePlaces(parsed, console, platform)));
      Reports.problems(status.problems(), console);
      Reports.problems(status.unasked(), console);
      List<OutputOption.Target> targets = OutputOption.targets(parsed, FORMATS);
      for (OutputOption.Target target : targets) {
        target.write(
            switch (target.format()) {
              case "json" -> StatusJson.write(status);
              case "html" -> StatusHtml.write(status, console.clock().instant());
              default -> StatusTable.write(status, console.clock().instant());
            },
            console);
      }
      return status.problems().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }
  }
}
