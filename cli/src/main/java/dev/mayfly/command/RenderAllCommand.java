package dev.mayfly.command;

import dev.mayfly.command.composition.Neighbourhood;
import dev.mayfly.command.composition.Platforms;
import dev.mayfly.command.composition.RunEvent;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.PreviewOptions;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.diagnostic.Activity.Step;
import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.manifest.PreviewTree;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.workspace.PreviewsOnDisk;
import dev.mayfly.workspace.Workspace;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** {@code render all}: the platform set, every committed preview, and the one that is named. */
final class RenderAllCommand extends Command {
  RenderAllCommand() {
    super("render all", "render the platform set and every preview of the repository");
  }

  @Override
  void describe(CommandSpec spec) {
    PreviewOptions.addTo(spec);
    spec.addOption(PreviewOptions.PLAN.spec());
    RenderOutput.addTo(spec);
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly render all --out .",
            "  mayfly render all --event pull-request.json --source ../orders --out .");
  }

  @Override
  int run(Invocation invocation) {
    Console console = invocation.console();
    Workspace workspace = Platforms.workspace(invocation);
    LoadedPlatform loaded = Platforms.load(workspace, console);
    Neighbourhood.require(workspace, loaded);
    Templates templates = workspace.templates();
    PreviewsOnDisk previews = PreviewsOnDisk.read(workspace.root());
    SortedMap<String, String> files =
        new TreeMap<>(PlatformSet.files(loaded, previews.live(), templates));
    boolean given = RunEvent.isGiven(invocation);
    if (!given) {
      UsageErrors.refuse(invocation, "where no pull request is given", PreviewOptions.OF_ONE);
    }
    if (!loaded.platform().gitops().isGenerator()) {
      PreviewTree tree = new PreviewTree(loaded, templates);
      try (Step step = console.activity().begin("rendering", "previews")) {
        int done = 0;
        for (var record : previews.records()) {
          tree.add(record.app(), record.facts());
          step.reached(++done, previews.records().size());
        }
      }
      if (given) {
        RenderPreviewCommand.addChosen(tree, invocation, workspace, loaded, templates);
      }
      files.putAll(tree.files());
    } else if (given) {
      // No refusal: one CI job may serve platforms of both patterns.
      console.err().println("note: Argo CD's generator makes the preview, so there is no overlay");
    }
    return RenderOutput.write(files, invocation);
  }
}
