package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.InitOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.PositionalArgument;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.workspace.NewFiles;
import dev.mayfly.workspace.OutputFolder;
import dev.mayfly.workspace.StartingRepository;
import dev.mayfly.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** {@code init}: writes a GitOps repository to start from. */
final class InitCommand extends Command {
  static final PositionalArgument FOLDER =
      new PositionalArgument("DIR", "0..1", "where to write; this folder when left out");

  InitCommand() {
    super("init", "write a GitOps repository to start from, with its CI");
  }

  @Override
  void describe(CommandSpec spec) {
    spec.addPositional(FOLDER.spec());
    InitOptions.addTo(spec);
    spec.usageMessage()
        .description(
            "%n" + summary() + ".",
            "%nIn a terminal what no option says is asked for; an empty line takes the default, and"
                + " nothing is written before the last answer.")
        .footer(
            "%nExamples:",
            "  mayfly init gitops --preset minimal",
            "  mayfly init gitops --service web --service api",
            "  mayfly init --preset monolith --forge gitlab");
  }

  @Override
  int run(Invocation invocation) {
    Console console = invocation.console();
    Path folder = folder(invocation);
    Optional<Questions> questions = Questions.of(console);
    SortedMap<String, String> files = new TreeMap<>();
    if (!onlyTemplates(invocation, folder)) {
      AdoptOffer.make(folder, console);
      StartingRepository repository = new InitAnswers(invocation, questions, folder).repository();
      files.putAll(repository.files());
      // Names that are right one by one can still meet, or be what YAML takes for something else.
      String platform = files.getOrDefault(Workspace.PLATFORM_FILE, "");
      PlatformLoader.load(Workspace.PLATFORM_FILE, platform.getBytes(StandardCharsets.UTF_8));
    }
    if (InitOptions.TEMPLATES.isGivenIn(invocation)) {
      files.putAll(StartingRepository.templates());
    }
    List<String> kept = kept(folder, files, invocation, questions);
    files.keySet().removeAll(kept);
    NewFiles.require(folder, files.keySet(), "`--keep` leaves files that are there as they are");
    new OutputFolder(folder).write(files);
    files.keySet().forEach(console.out()::println);
    kept.forEach(file -> console.err().println("note: `" + file + "` was there and is kept"));
    long marks =
        files.values().stream().flatMap(String::lines).filter(l -> l.contains("# CHANGE")).count();
    console.err().print(files.size() + " files");
    console.err().println(marks == 0 ? "" : "; go through the " + marks + " lines with CHANGE");
    return ExitCode.FINE;
  }

  /** Where a platform is there, another is asked for by name alone. */
  private static boolean onlyTemplates(Invocation invocation, Path folder) {
    return InitOptions.TEMPLATES.isGivenIn(invocation)
        && !InitOptions.PRESET.isGivenIn(invocation)
        && !InitOptions.SERVICE.isGivenIn(invocation)
        && Files.exists(folder.resolve(Workspace.PLATFORM_FILE));
  }

  /** The files that stay as they are; none where nobody said that they may. */
  private static List<String> kept(
      Path folder,
      SortedMap<String, String> files,
      Invocation invocation,
      Optional<Questions> questions) {
    List<String> there = NewFiles.present(folder, files.keySet());
    if (there.isEmpty() || InitOptions.KEEP.isGivenIn(invocation)) {
      return there;
    }
    if (questions.isEmpty()) {
      return List.of();
    }
    String names = String.join(", ", there);
    boolean keep =
        questions
            .get()
            .choice(
                "There already: " + names + ". Keep that and write the others",
                "yes",
                List.of("yes", "no"))
            .equals("yes");
    return keep ? there : List.of();
  }

  private static Path folder(Invocation invocation) {
    String given = FOLDER.one(invocation);
    try {
      return invocation.console().directory().resolve(given);
    } catch (InvalidPathException e) {
      throw UsageErrors.usage("`" + given + "` can name no folder", "");
    }
  }
}
