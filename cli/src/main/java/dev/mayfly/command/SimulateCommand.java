package dev.mayfly.command;

import dev.mayfly.argocd.ApplicationSetSimulation;
import dev.mayfly.argocd.EarlierSets;
import dev.mayfly.argocd.GeneratorInputs;
import dev.mayfly.argocd.LiveChange;
import dev.mayfly.argocd.ProjectAdmission;
import dev.mayfly.argocd.RollingSteps;
import dev.mayfly.argocd.Simulation;
import dev.mayfly.command.composition.AskedForges;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.console.Reports;
import dev.mayfly.command.option.ArgoManifests;
import dev.mayfly.command.option.BaseOptions;
import dev.mayfly.command.option.ChangedSets;
import dev.mayfly.command.option.FlagOption;
import dev.mayfly.command.option.GeneratorOptions;
import dev.mayfly.command.option.InputFiles;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.LintOptions;
import dev.mayfly.command.option.LiveOptions;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.PositionalArgument;
import dev.mayfly.command.option.RepeatableOption;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Repetition;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.report.SimulationReport;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code simulate}: what Argo CD would generate, without Argo CD. */
final class SimulateCommand extends Command {
  static final PositionalArgument FILES =
      new PositionalArgument(
          "FILE",
          "0..*",
          "manifests that hold ApplicationSets, and AppProjects to ask; when none, with --base"
              + " those whose ApplicationSets changed");

  private static final RepeatableOption PROJECT =
      new RepeatableOption("--project", "FILE", "manifests that hold AppProjects");
  private static final ValueOption<String> ARGOCD_VERSION =
      ValueOption.text(
          "--argocd-version", "VERSION", "the Argo CD that would generate; 3.5 if none");
  private static final FlagOption ALLOW_UNVERIFIABLE =
      new FlagOption("--allow-unverifiable", "end with 0 where only the controller could say");

  SimulateCommand() {
    super("simulate", "show what Argo CD would generate from an ApplicationSet");
  }

  @Override
  void describe(CommandSpec spec) {
    spec.addPositional(FILES.spec());
    GeneratorOptions.addTo(spec);
    Option.add(spec, GeneratorOptions.FORGE, PROJECT, LiveOptions.EXISTING);
    LiveOptions.addTo(spec);
    BaseOptions.addTo(spec);
    Option.add(spec, ARGOCD_VERSION, ALLOW_UNVERIFIABLE, SimulationOutput.OPTION);
    spec.usageMessage()
        .footer(
            "%nNothing is asked of a cluster, nor of a forge without --forge; what only they know"
                + " is `unverifiable`.",
            "Exit code 1: that is so, generation stalls, an Application is left out, its project"
                + " denies it,",
            "or the set makes more than 100,000 sets of parameters, where it is no longer followed.",
            "%nExamples:",
            "  mayfly simulate platform/*.yaml --prs prs.json -o yaml",
            "  mayfly simulate --base origin/main --allow-unverifiable");
  }

  @Override
  int run(Invocation invocation) {
    Console console = invocation.console();
    InputFiles files = new InputFiles(console);
    List<Node> documents = new ArrayList<>();
    List<String> paths = ChangedSets.orNamed(FILES, invocation);
    BaseOptions base = BaseOptions.read(invocation, paths, files);
    paths.stream()
        .filter(path -> !base.isGone(path))
        .forEach(path -> documents.addAll(documents(path, files)));
    List<String> projectPaths = PROJECT.in(invocation);
    ArgoManifests manifests = new ArgoManifests(documents);
    List<Node> projects = new ArrayList<>(manifests.projects());
    projectPaths.forEach(
        path -> projects.addAll(new ArgoManifests(documents(path, files)).projectsOf(path)));
    List<Node> sets = base.isAsked() ? manifests.anySets() : manifests.sets();
    List<String> existing = LiveOptions.EXISTING.in(invocation);
    List<Node> asking = new ArrayList<>(sets);
    asking.addAll(base.written());
    GeneratorInputs inputs =
        AskedForges.ask(invocation, asking, GeneratorOptions.read(invocation, files));
    ReleaseLine version = LintOptions.argoCd(invocation).orElse(new ReleaseLine(3, 5));
    LiveOptions live = LiveOptions.read(invocation, files);
    Optional<EarlierSets> earlier = base.sets(inputs, version);
    List<SimulationReport> reports = new ArrayList<>();
    for (Node set : sets) {
      Simulation simulation = ApplicationSetSimulation.run(set, inputs, version);
      List<LiveChange> changes =
          earlier
              .map(it -> it.changes(set, simulation, live.policy()))
              .orElseGet(() -> live.changes(set, simulation));
      reports.add(report(set, simulation, projects, existing, changes, base.isAsked()));
    }
    earlier.ifPresent(it -> reports.addAll(gone(it, sets, live, version)));
    SimulationOutput.OPTION.write(invocation, format -> SimulationOutput.of(format, reports));
    List<Problem> problems = new ArrayList<>();
    sets.forEach(set -> live.addNotes(set, problems));
    reports.forEach(report -> problems.addAll(report.simulation().problems()));
    console.out().flush();
    Reports.toPeople(Repetition.bounded(problems.stream().distinct().toList()), console);
    boolean decided =
        ALLOW_UNVERIFIABLE.isGivenIn(invocation)
            || reports.stream().noneMatch(SimulationReport::isUndecided);
    boolean bad =
        reports.stream().anyMatch(SimulationReport::isBad)
            || (live.mayDeleteNone() && reports.stream().anyMatch(SimulationReport::deletes));
    return bad || !decided ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private static SimulationReport report(
      Node set,
      Simulation simulation,
      List<Node> projects,
      List<String> existing,
      List<LiveChange> changes,
      boolean onlyChanges) {
    return new SimulationReport(
        simulation,
        projects.isEmpty()
            ? List.of()
            : simulation.applications().stream()
                .map(application -> ProjectAdmission.of(application, projects))
                .toList(),
        simulation.deletions(existing),
        changes,
        RollingSteps.of(set, simulation.applications()),
        onlyChanges);
  }

  /** A set that is no more makes nothing. */
  private static List<SimulationReport> gone(
      EarlierSets earlier, List<Node> sets, LiveOptions live, ReleaseLine version) {
    return earlier.gone(sets).stream()
        .map(set -> {
          String name = set.textOrEmpty("metadata", "name");
          return new SimulationReport(
              Simulation.ofNothing(name, version),
              List.of(),
              Set.of(),
              earlier.changesOfGone(set, live.policy()),
              Optional.empty(),
              true);
        })
        .toList();
  }

  private static List<Node> documents(String path, InputFiles files) {
    return ArgoManifests.whole(ArgoManifests.read(path, files.bytes(path)));
  }
}
