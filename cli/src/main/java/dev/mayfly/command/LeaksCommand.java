package dev.mayfly.command;

import dev.mayfly.command.composition.GitOpsRun;
import dev.mayfly.command.composition.PreviewHolders;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.console.Reports;
import dev.mayfly.command.option.FlagOption;
import dev.mayfly.command.option.GitOpsOptions;
import dev.mayfly.command.option.InputFiles;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.command.option.PositionalArgument;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.Counted;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.leak.AskedKinds;
import dev.mayfly.leak.LeakFinder;
import dev.mayfly.leak.LeakWords;
import dev.mayfly.leak.ListedCluster;
import dev.mayfly.leak.OldBackups;
import dev.mayfly.leak.RightCluster;
import dev.mayfly.lint.Finding;
import dev.mayfly.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code leaks}: what cluster and forge hold of previews that are gone. It removes nothing. */
final class LeaksCommand extends Command {
  static final PositionalArgument FILES =
      new PositionalArgument(
          "FILE", "0..*", "what kubectl get -o json printed, in any number of files; - is stdin");

  private static final FlagOption ASK =
      new FlagOption("--ask", "print the commands that list the cluster, and end");
  private static final FlagOption OFFLINE = new FlagOption("--offline", "ask no forge");

  private static final Duration FRESH = Duration.ofHours(1);

  LeaksCommand() {
    super("leaks", "find what is left of previews that are gone, and what to run");
  }

  @Override
  void describe(CommandSpec spec) {
    spec.addPositional(FILES.spec());
    spec.addOption(ASK.spec());
    GitOpsOptions.addTo(spec);
    Option.add(spec, OFFLINE, FindingsOutput.OPTION);
    spec.usageMessage()
        .footer(
            "%nNothing is asked of a cluster, and nothing is removed anywhere.",
            "Exit codes: 1 something leaks, 4 nothing that was looked at, but not all was.",
            "%nExamples:",
            "  mayfly leaks --ask > ask.sh",
            "  sh ask.sh | mayfly leaks -",
            "  mayfly leaks cluster.json -o markdown=leaks.md -o sarif=leaks.sarif");
  }

  @Override
  int run(Invocation invocation) {
    Console console = invocation.console();
    try (GitOpsRun run = GitOpsRun.open(invocation, true)) {
      Policy policy = run.policy();
      AskedKinds asked = new AskedKinds(policy);
      if (ASK.isGivenIn(invocation)) {
        return ask(asked, invocation);
      }
      List<String> files = FILES.all(invocation).stream().map(InputFiles::shownAs).toList();
      ListedCluster cluster = cluster(policy, invocation);
      RightCluster.require(cluster, policy.platform(), files);
      Instant now = cluster.listedAt().orElse(console.clock().instant());
      PreviewHolders holders =
          PreviewHolders.of(
              run.delivery(), run.view(), cluster, !OFFLINE.isGivenIn(invocation), console);
      LeakFinder finder = new LeakFinder(cluster, holders.held()::contains, holders.owner(), now);
      List<Finding> findings = new ArrayList<>(finder.find());
      findings.addAll(OldBackups.find(policy.platform(), cluster, holders.backups(), now));
      findings.addAll(holders.findings(Location.ofFile(Workspace.PLATFORM_FILE)));
      LeakWords.notListed(asked.missing(cluster), files.getFirst()).ifPresent(findings::add);
      note(finder.going(), now, console);
      String nothing =
          "nothing leaks: %s of the cluster looked at, %s held"
              .formatted(
                  Counted.of(cluster.objects(), "object"),
                  Counted.of(holders.held().size(), "preview"));
      FindingsOutput.write(findings, nothing, console.directory(), invocation);
      Reports.problems(holders.problems(), console);
      if (findings.isEmpty()) {
        return ExitCode.FINE;
      }
      // What was not looked at may leak, and nobody may take its silence for an answer.
      return findings.stream().anyMatch(Finding::isProven) ? ExitCode.FINDINGS : ExitCode.REMOTE;
    }
  }

  /** The listings are of any size, and never read as a whole. */
  private static ListedCluster cluster(Policy policy, Invocation invocation) {
    List<String> given = FILES.all(invocation);
    if (given.isEmpty()) {
      throw UsageErrors.usage(
          "no listing of the cluster is given",
          "`mayfly leaks --ask` prints the commands that make one; - is standard input");
    }
    ListedCluster cluster = new ListedCluster(policy.loaded());
    InputFiles files = new InputFiles(invocation.console());
    given.forEach(file -> files.readOrInput(file, cluster::add));
    return cluster;
  }

  /** A script has one form; whoever asks for another is told so. */
  private static int ask(AskedKinds asked, Invocation invocation) {
    if (!FILES.all(invocation).isEmpty()) {
      throw UsageErrors.usage("`--ask` reads no listing", "leave out the file, or `--ask`");
    }
    new OutputOption(List.of("text"), "").write(invocation, format -> asked.script());
    return ExitCode.FINE;
  }

  private static void note(long going, Instant listedAt, Console console) {
    if (going > 0) {
      console
          .err()
          .println(
              "note: "
                  + Counted.of(going, "object")
                  + " of previews being deleted, for no longer than that takes");
    }
    Duration age = Duration.between(listedAt, console.clock().instant());
    if (age.compareTo(FRESH) > 0) {
      console
          .err()
          .println(
              "note: the cluster was listed at "
                  + listedAt
                  + "; list it again before anything is deleted");
    }
  }
}
