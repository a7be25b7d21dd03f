package dev.mayfly.command;

import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.manifest.PreviewTree;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.report.TreeDiff;
import dev.mayfly.workspace.AdminFiles;
import dev.mayfly.workspace.PreviewsOnDisk;
import dev.mayfly.workspace.Workspace;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code diff}: what rendering would change in the repository. */
final class DiffCommand implements Command {
  private static final List<String> FORMATS = List.of("text", "markdown");

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String summary() {
    return "compare what would be rendered with what is committed";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addOption(Options.flag("--exit-code", "exit with 1 when there is a difference"));
    spec.addOption(OutputOption.of(FORMATS, "how to print differences"));
    spec.usageMessage()
        .footer("%nExamples:", "  mayfly diff", "  mayfly diff --exit-code -o markdown");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    Workspace workspace = Platforms.workspace(parsed, console);
    LoadedPlatform loaded = Platforms.load(workspace, console);
    Templates templates = workspace.templates();
    PreviewsOnDisk previews = PreviewsOnDisk.read(workspace.root());
    SortedMap<String, String> committed = new TreeMap<>(AdminFiles.read(workspace.root()));
    committed.putAll(previews.texts());
    SortedMap<String, String> rendered =
        new TreeMap<>(PlatformSet.files(loaded, previews.live(), templates));
    if (!loaded.platform().gitops().isGenerator()) {
      PreviewTree tree = new PreviewTree(loaded, templates);
      previews.records().forEach(record -> tree.add(record.app(), record.facts()));
      rendered.putAll(tree.files());
    }
    TreeDiff diff = TreeDiff.of(committed, rendered);
    List<OutputOption.Target> targets = OutputOption.targets(parsed, FORMATS);
    for (OutputOption.Target target :
        targets.isEmpty() ? List.of(new OutputOption.Target("text", "")) : targets) {
      target.write(target.format().equals("markdown") ? diff.markdown() : diff.text(), console);
    }
    boolean fails = parsed.hasMatchedOption("--exit-code") && !diff.isEmpty();
    return fails ? ExitCode.FINDINGS : ExitCode.FINE;
  }
}
