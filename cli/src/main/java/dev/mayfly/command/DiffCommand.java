package dev.mayfly.command;

import dev.mayfly.change.PolicyChange;
import dev.mayfly.command.composition.Platforms;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.FlagOption;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.LocalRefs;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.command.option.OutputOption.Target;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.Activity.Step;
import dev.mayfly.diagnostic.Counted;
import dev.mayfly.git.Snapshot;
import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.manifest.PreviewTree;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.report.ChangeReport;
import dev.mayfly.report.DiffJson;
import dev.mayfly.report.PatchColours;
import dev.mayfly.report.TreeDiff;
import dev.mayfly.workspace.AdminFiles;
import dev.mayfly.workspace.PreviewsOnDisk;
import dev.mayfly.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** {@code diff}: what rendering would change in the repository, or what a change of it does. */
final class DiffCommand extends Command {
  private static final ValueOption<String> BASE =
      ValueOption.text(
          "--base",
          "REF",
          "say what the changes since REF do: permissions, settings, previews, objects, cost");
  private static final FlagOption EXIT_CODE =
      new FlagOption("--exit-code", "exit with 1 when there is a difference");

  private static final FlagOption STAT =
      new FlagOption("--stat", "count the lines that differ in each file instead of showing them");

  private static final OutputOption OUTPUT =
      new OutputOption(List.of("text", "markdown", "json"), "how to print differences");

  DiffCommand() {
    super(
        "diff", "compare what would be rendered with what is committed, or with what was rendered");
  }

  @Override
  void describe(CommandSpec spec) {
    Option.add(spec, BASE, ReviewComment.OPTION, STAT, EXIT_CODE, OUTPUT);
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly diff | git apply",
            "  mayfly diff --stat",
            "  mayfly diff --base origin/main --comment",
            "  mayfly diff --base origin/main -o markdown");
  }

  @Override
  int run(Invocation invocation) {
    Workspace workspace = Platforms.workspace(invocation);
    Policy policy =
        new Policy(Platforms.load(workspace, invocation.console()), workspace.templates());
    PreviewsOnDisk previews = PreviewsOnDisk.read(workspace.root());
    String base = BASE.in(invocation).orElse("");
    if (base.isEmpty()) {
      UsageErrors.refuse(invocation, "without `--base`", ReviewComment.OPTION);
    }
    if (OUTPUT.targets(invocation).stream().noneMatch(Target::isText)) {
      UsageErrors.refuse(invocation, "beside an output that is not text", STAT);
    }
    try (Step step = invocation.console().activity().begin("comparing", "previews")) {
      boolean differs =
          base.isEmpty()
              ? ofFiles(workspace, policy, previews, invocation)
              : since(base, workspace, policy, previews, invocation);
      step.outcome(differs ? "something differs" : "nothing differs");
      return EXIT_CODE.isGivenIn(invocation) && differs ? ExitCode.FINDINGS : ExitCode.FINE;
    }
  }

  private static boolean ofFiles(
      Workspace workspace, Policy policy, PreviewsOnDisk previews, Invocation invocation) {
    LoadedPlatform loaded = policy.loaded();
    SortedMap<String, String> committed = new TreeMap<>(AdminFiles.read(workspace.root()));
    committed.putAll(previews.texts());
    SortedMap<String, String> rendered =
        new TreeMap<>(PlatformSet.files(loaded, previews.live(), policy.templates()));
    if (!loaded.platform().gitops().isGenerator()) {
      PreviewTree tree = new PreviewTree(loaded, policy.templates());
      previews.records().forEach(record -> tree.add(record.app(), record.facts()));
      rendered.putAll(tree.files());
    }
    TreeDiff diff = TreeDiff.of(committed, rendered);
    write(invocation, diff::text, diff::stat, diff::markdown, () -> DiffJson.write(diff));
    if (diff.isEmpty()) {
      invocation
          .console()
          .err()
          .println("no differences in " + Counted.of(rendered.size(), "file"));
    }
    return !diff.isEmpty();
  }

  private static boolean since(
      String base,
      Workspace workspace,
      Policy policy,
      PreviewsOnDisk previews,
      Invocation invocation) {
    try (LocalRefs refs = LocalRefs.around(workspace.root())) {
      Snapshot then = refs.at(base);
      boolean none = then.find(refs.folder().child(Workspace.PLATFORM_FILE)).isEmpty();
      Optional<Policy> old = none ? Optional.empty() : Optional.of(Policy.at(then, refs.folder()));
      PolicyChange change = PolicyChange.of(old, policy, previews.files());
      ChangeReport report = new ChangeReport(change);
      write(invocation, report::text, report::stat, report::markdown, () -> DiffJson.write(change));
      if (report.isEmpty()) {
        invocation.console().err().println(report.nothing());
      }
      if (ReviewComment.OPTION.isGivenIn(invocation)) {
        ReviewComment.put(old.map(Policy::platform), report, invocation.console());
      }
      return !report.isEmpty();
    }
  }

  private static void write(
      Invocation invocation,
      Supplier<String> text,
      Supplier<String> stat,
      Supplier<String> markdown,
      Supplier<String> json) {
    for (Target target : OUTPUT.targets(invocation)) {
      Supplier<String> asked =
          switch (target.format()) {
            case "markdown" -> markdown;
            case "json" -> json;
            default -> STAT.isGivenIn(invocation) ? stat : text;
          };
      boolean coloured =
          invocation.console().colour() && target.path().isEmpty() && target.isText();
      target.write(coloured ? PatchColours.on(asked.get()) : asked.get(), invocation.console());
    }
  }
}
