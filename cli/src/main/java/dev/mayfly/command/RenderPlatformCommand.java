package dev.mayfly.command;

import dev.mayfly.command.composition.Neighbourhood;
import dev.mayfly.command.composition.Platforms;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.workspace.PreviewsOnDisk;
import dev.mayfly.workspace.Workspace;
import picocli.CommandLine.Model.CommandSpec;

/** {@code render platform}: what admins own and apply once. */
final class RenderPlatformCommand extends Command {
  RenderPlatformCommand() {
    super("render platform", "render AppProject, ApplicationSets and what else admins own");
  }

  @Override
  void describe(CommandSpec spec) {
    RenderOutput.addTo(spec);
    spec.usageMessage()
        .footer("%nExamples:", "  mayfly render platform", "  mayfly render platform --out .");
  }

  @Override
  int run(Invocation invocation) {
    Workspace workspace = Platforms.workspace(invocation);
    LoadedPlatform loaded = Platforms.load(workspace, invocation.console());
    Neighbourhood.require(workspace, loaded);
    PreviewsOnDisk previews = PreviewsOnDisk.read(workspace.root());
    previews.requireServedBy(loaded);
    return RenderOutput.write(
        PlatformSet.files(loaded, previews.live(), workspace.templates()), invocation);
  }
}
