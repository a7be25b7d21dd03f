package dev.mayfly.command;

import dev.mayfly.command.composition.Connections;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.diagnostic.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code demo}: the whole life of a preview, where nothing can break. */
final class DemoCommand extends Command {
  private static final ValueOption<String> KEEP =
      ValueOption.text("--keep", "DIR", "keep the repository in DIR, which must not exist");

  DemoCommand() {
    super("demo", "show the whole life of a preview on a throw-away local repository");
  }

  @Override
  void describe(CommandSpec spec) {
    spec.addOption(KEEP.spec());
    spec.usageMessage()
        .description(
            "%nRenders the bundled example, commits it to a bare repository in a temporary folder,"
                + " and opens, updates, refuses, closes and sweeps previews there. No network, no"
                + " cluster, no token.")
        .footer("%nExamples:", "  mayfly demo", "  mayfly demo --keep /tmp/gitops.git");
  }

  @Override
  int run(Invocation invocation) {
    Console console = invocation.console();
    String keep = KEEP.in(invocation).orElse("");
    if (!keep.isEmpty()) {
      Path directory = console.directory().resolve(keep);
      if (Files.exists(directory)) {
        throw UsageErrors.usage("`--keep` names `" + keep + "`, which exists already", "");
      }
      if (directory.getParent() == null || !Files.isWritable(directory.getParent())) {
        throw UsageErrors.usage(
            "`--keep` names `" + keep + "`, and no file can be made there",
            "make its folder first");
      }
      new Demo(console, directory).run();
      console.out().println("\nThe repository is kept: git -C " + keep + " log -p main");
      return ExitCode.FINE;
    }
    Path scratch = scratch();
    try {
      new Demo(console, scratch.resolve("gitops.git")).run();
    } finally {
      delete(scratch);
    }
    return ExitCode.FINE;
  }

  private static Path scratch() {
    Path parent = Connections.scratch();
    try {
      return Files.createTempDirectory(parent, "mayfly-demo-");
    } catch (IOException e) {
      throw Fault.CONFIGURATION.error(
          "scratch-folder",
          "no temporary folder can be made in `" + parent + "`",
          "is there room, and may it be written to? `TMPDIR` names another");
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
