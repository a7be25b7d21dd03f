package dev.mayfly.command;

import dev.mayfly.command.PullRequestList.Listed;
import dev.mayfly.command.composition.ChosenPreview;
import dev.mayfly.command.composition.Platforms;
import dev.mayfly.command.option.AppOptions;
import dev.mayfly.command.option.BackupOptions;
import dev.mayfly.command.option.DigestOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.PreviewOptions;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.diagnostic.Activity.Step;
import dev.mayfly.manifest.PreviewTree;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.workspace.Workspace;
import java.util.List;
import java.util.SortedMap;
import picocli.CommandLine.Model.CommandSpec;

/** {@code render preview}: the overlay of one pull request, or of many. */
final class RenderPreviewCommand extends Command {
  private static final ValueOption<String> ALL_PRS =
      ValueOption.text("--all-prs", "FILE", "a JSON array of pull requests to render in one go");

  RenderPreviewCommand() {
    super("render preview", "render the overlay of one pull request, or of many");
  }

  @Override
  void describe(CommandSpec spec) {
    PreviewOptions.addTo(spec);
    Option.add(spec, ALL_PRS, PreviewOptions.PLAN);
    RenderOutput.addTo(spec);
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly render preview --event pull-request.json --source ../orders",
            "  mayfly render preview --app orders --pr 7 --sha SHA --image NAME@sha256:...",
            "  mayfly render preview --all-prs prs.json --out .");
  }

  @Override
  int run(Invocation invocation) {
    Workspace workspace = Platforms.workspace(invocation);
    LoadedPlatform loaded = Platforms.load(workspace, invocation.console());
    Templates templates = workspace.templates();
    return RenderOutput.write(files(invocation, workspace, loaded, templates), invocation);
  }

  private static SortedMap<String, String> files(
      Invocation invocation, Workspace workspace, LoadedPlatform loaded, Templates templates) {
    PreviewTree tree = new PreviewTree(loaded, templates);
    if (ALL_PRS.isGivenIn(invocation)) {
      List<Listed> many = many(invocation, loaded);
      try (Step step = invocation.console().activity().begin("rendering", "previews")) {
        int done = 0;
        for (Listed one : many) {
          tree.addOpened(one.app().name(), one.facts());
          step.reached(++done, many.size());
        }
      }
      return tree.files();
    }
    return addChosen(tree, invocation, workspace, loaded, templates).files();
  }

  /** Adds the preview that is named, where it fits beside those that lie in the repository. */
  static PreviewTree addChosen(
      PreviewTree tree,
      Invocation invocation,
      Workspace workspace,
      LoadedPlatform loaded,
      Templates templates) {
    ChosenPreview chosen = ChosenPreview.read(invocation, loaded);
    RenderCapacity.check(invocation, workspace.root(), loaded.platform(), templates, chosen);
    return tree.addOpened(chosen.blueprint().app().name(), chosen.facts());
  }

  /** Those of a file; a backup counts for every clone of the latest that names none there. */
  private static List<Listed> many(Invocation invocation, LoadedPlatform loaded) {
    UsageErrors.refuse(
        invocation,
        "beside `--all-prs`, whose file says it",
        AppOptions.APP,
        PreviewOptions.EVENT,
        PreviewOptions.PR,
        PreviewOptions.SHA,
        PreviewOptions.REPOSITORY,
        DigestOptions.IMAGE,
        DigestOptions.LOCK,
        DigestOptions.SOURCE,
        PreviewOptions.PLAN,
        PreviewOptions.BUNDLE_REVISION);
    String file = ALL_PRS.in(invocation).orElse("");
    List<Listed> listed =
        PullRequestList.read(invocation.console().directory().resolve(file), file, loaded);
    BackupOptions backups = BackupOptions.read(invocation);
    if (listed.stream().allMatch(it -> it.app().cloneOfLatest().isEmpty())) {
      UsageErrors.refuse(
          invocation, "where no app of the file clones the latest backup", BackupOptions.BACKUP);
    }
    return listed.stream()
        .map(it -> new Listed(it.app(), backups.complete(it.app(), it.facts())))
        .toList();
  }
}
