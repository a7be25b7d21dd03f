package dev.mayfly.command;

import dev.mayfly.command.composition.BundlePlaces;
import dev.mayfly.command.composition.ForgeConnections;
import dev.mayfly.command.composition.Remotes;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.console.Reports;
import dev.mayfly.command.option.BundleOptions;
import dev.mayfly.command.option.FactsOptions;
import dev.mayfly.command.option.FlagOption;
import dev.mayfly.command.option.GitOpsOptions;
import dev.mayfly.command.option.InputFiles;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.delivery.HealthSource;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.ReportedHealth;
import dev.mayfly.delivery.Status;
import dev.mayfly.delivery.StatusSources;
import dev.mayfly.forge.Forge;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.live.ClusterHealth;
import dev.mayfly.live.ListedApplications;
import dev.mayfly.platform.Platform;
import dev.mayfly.report.StatusHtml;
import dev.mayfly.report.StatusJson;
import dev.mayfly.report.StatusTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code status}: the previews that Git knows of, and how they fare. */
final class StatusCommand extends Command {
  private static final FlagOption OFFLINE =
      new FlagOption(
          "--offline", "ask no forge and no other repository, such as whether a bundle moved");
  private static final ValueOption<String> APPLICATIONS =
      ValueOption.text(
          "--applications",
          "FILE",
          "what kubectl get applications -o json or argocd app list printed; - is stdin");

  /** A forge that does not answer must not keep somebody who wants to see what there is. */
  private static final Duration FORGE_TIMEOUT = Duration.ofSeconds(30);

  private static final OutputOption OUTPUT =
      new OutputOption(List.of("text", "json", "html"), "how to print the list");

  StatusCommand() {
    super(
        "status", "list the previews that Git knows of and how they fare, with limit and capacity");
  }

  @Override
  void describe(CommandSpec spec) {
    GitOpsOptions.addTo(spec);
    Option.add(spec, FactsOptions.FACTS, BundleOptions.BUNDLE_URL, APPLICATIONS, OFFLINE, OUTPUT);
    spec.usageMessage()
        .description(
            "%n" + summary() + ".",
            "%nLive is what the Applications of --applications, or else the reports at the forge,"
                + " say is up at the commit that Git has. With MAYFLY_FORGE_TOKEN the forge is"
                + " asked for those, and whether pull requests have moved on.")
        .footer(
            "%nExamples:",
            "  mayfly status",
            "  kubectl get applications -A -o json | mayfly status --applications -",
            "  mayfly status -o html=previews.html");
  }

  @Override
  int run(Invocation invocation) {
    Console console = invocation.console();
    Remotes remotes = Remotes.of(invocation);
    try (RemoteRepository remote = remotes.gitops()) {
      Status status =
          Status.read(
              remotes.delivery(remote, true),
              FactsOptions.read(invocation),
              policy -> sources(invocation, remotes, policy, remote));
      Reports.problems(status.problems(), console);
      Reports.problems(status.unasked(), console);
      OUTPUT.write(
          invocation,
          format ->
              switch (format) {
                case "json" -> StatusJson.write(status);
                case "html" -> StatusHtml.write(status, console.clock().instant());
                default -> StatusTable.write(status, console.clock().instant());
              });
      return status.problems().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }
  }

  private static StatusSources sources(
      Invocation invocation, Remotes remotes, Policy policy, RemoteRepository remote) {
    Platform platform = policy.platform();
    boolean offline = OFFLINE.isGivenIn(invocation);
    Optional<Forge> forge =
        offline
            ? Optional.empty()
            : ForgeConnections.withToken(platform.forge(), FORGE_TIMEOUT, invocation.console());
    return new StatusSources(
        offline ? Optional.empty() : Optional.of(new BundlePlaces(invocation, remotes, platform)),
        forge,
        health(invocation, policy, remote, forge));
  }

  private static HealthSource health(
      Invocation invocation, Policy policy, RemoteRepository remote, Optional<Forge> forge) {
    Optional<String> file = APPLICATIONS.in(invocation);
    if (file.isPresent()) {
      return new ClusterHealth(
          policy,
          remote,
          judges ->
              new InputFiles(invocation.console())
                  .readOrInput(
                      file.get(), (name, in) -> ListedApplications.read(name, in, judges)));
    }
    boolean somebodyReports =
        policy.platform().forge().deployments()
            || policy.platform().argocd().notifications().isPresent();
    return somebodyReports && forge.isPresent()
        ? new ReportedHealth(forge.get())
        : HealthSource.NOBODY;
  }
}
