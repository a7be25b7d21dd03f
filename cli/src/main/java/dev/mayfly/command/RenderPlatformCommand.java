package dev.mayfly.command;

import dev.mayfly.command.composition.Neighbourhood;
import dev.mayfly.command.composition.Platforms;
import dev.mayfly.command.console.Console;
import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.workspace.PreviewsOnDisk;
import dev.mayfly.workspace.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code render platform}: what admins own and apply once. */
final class RenderPlatformCommand implements Command {
  @Override
  public String name() {
    return "render platform";
  }

  @Override
  public String summary() {
    return "render AppProject, ApplicationSets and what else admins own";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    RenderOutput.addTo(spec);
    spec.usageMessage()
        .footer("%nExamples:", "  mayfly render platform", "  mayfly render platform --out .");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    Workspace workspace = Platforms.workspace(parsed, console);
    LoadedPlatform loaded = Platforms.load(workspace, console);
    Neighbourhood.require(workspace, loaded);
    PreviewsOnDisk previews = PreviewsOnDisk.read(workspace.root());
    previews.requireServedBy(loaded);
    return RenderOutput.write(
        PlatformSet.files(loaded, previews.live(), workspace.templates()), parsed, console);
  }
}
