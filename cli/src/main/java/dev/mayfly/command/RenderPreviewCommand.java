package dev.mayfly.command;

import dev.mayfly.command.PullRequestList.Listed;
import dev.mayfly.command.composition.ChosenPreview;
import dev.mayfly.command.composition.Platforms;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.AppOptions;
import dev.mayfly.command.option.BackupOptions;
import dev.mayfly.command.option.DigestOptions;
import dev.mayfly.command.option.PreviewOptions;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewTree;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.workspace.Workspace;
import java.util.List;
import java.util.SortedMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code render preview}: the overlay of one pull request, or of many. */
final class RenderPreviewCommand implements Command {
  private static final ValueOption<String> ALL_PRS =
      ValueOption.text("--all-prs", "FILE", "a JSON array of pull requests to render in one go");

  @Override
  public String name() {
    return "render preview";
  }

  @Override
  public String summary() {
    return "render the overlay of one pull request, or of many";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    PreviewOptions.addTo(spec);
    spec.addOption(ALL_PRS.spec());
    RenderCapacity.addTo(spec);
    RenderOutput.addTo(spec);
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly render preview --event pull-request.json --source ../orders",
            "  mayfly render preview --app orders --pr 7 --sha SHA --image NAME@sha256:...",
            "  mayfly render preview --all-prs prs.json --out .");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    Workspace workspace = Platforms.workspace(parsed, console);
    LoadedPlatform loaded = Platforms.load(workspace, console);
    Templates templates = workspace.templates();
    return RenderOutput.write(
        files(parsed, console, workspace, loaded, templates), parsed, console);
  }

  private static SortedMap<String, String> files(
      ParseResult parsed,
      Console console,
      Workspace workspace,
      LoadedPlatform loaded,
      Templates templates) {
    PreviewTree tree = new PreviewTree(loaded, templates);
    if (ALL_PRS.isGivenIn(parsed)) {
      many(parsed, console, loaded).forEach(it -> tree.addOpened(it.app().name(), it.facts()));
      return tree.files();
    }
    ChosenPreview chosen = ChosenPreview.read(parsed, console, loaded);
    RenderCapacity.check(
        parsed,
        console,
        workspace.root(),
        loaded.platform(),
        templates,
        chosen.blueprint().app(),
        chosen.facts());
    return tree.addOpened(Overlay.of(chosen.blueprint(), templates), chosen.facts()).files();
  }

  /** Those of a file; a backup counts for every clone of the latest that names none there. */
  private static List<Listed> many(ParseResult parsed, Console console, LoadedPlatform loaded) {
    UsageErrors.refuse(
        parsed,
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
    String file = ALL_PRS.in(parsed).orElse("");
    List<Listed> listed = PullRequestList.read(console.directory().resolve(file), file, loaded);
    BackupOptions backups = BackupOptions.read(parsed, console);
    if (listed.stream().map(Listed::app).noneMatch(BackupOptions::takesOne)) {
      UsageErrors.refuse(
          parsed, "where no app of the file clones the latest backup", BackupOptions.BACKUP);
    }
    return listed.stream()
        .map(it -> new Listed(it.app(), backups.complete(it.app(), it.facts())))
        .toList();
  }
}
