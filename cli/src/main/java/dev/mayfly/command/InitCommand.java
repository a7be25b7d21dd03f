package dev.mayfly.command;

import dev.mayfly.workspace.NewFiles;
import dev.mayfly.workspace.OutputFolder;
import dev.mayfly.workspace.StartingRepository;
import dev.mayfly.workspace.StartingRepository.Preset;
import dev.mayfly.workspace.StartingRepository.StartingForge;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code init}: writes a GitOps repository to start from. */
final class InitCommand implements Command {
  private static final List<String> PRESETS = words(Preset.values());
  private static final List<String> FORGES = words(StartingForge.values());

  @Override
  public String name() {
    return "init";
  }

  @Override
  public String summary() {
    return "write a GitOps repository to start from, with its CI";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("DIR")
            .type(String.class)
            .arity("0..1")
            .required(false)
            .description("where to write; this folder when left out")
            .build());
    spec.addOption(
        Options.choice(
            "--preset",
            PRESETS,
            "an overlay and a namespace per preview, or one app with cloned databases"));
    spec.addOption(Options.choice("--forge", FORGES, "whose CI to write; github when left out"));
    spec.addOption(Options.flag("--templates", "copy the bundled templates out, to change them"));
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly init gitops --preset primitives",
            "  mayfly init --preset monolith --forge gitlab");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    if (!parsed.hasMatchedOption("--preset")) {
      throw UsageErrors.usage(
          "missing `--preset`", "one of `" + String.join("`, `", PRESETS) + "`");
    }
    Preset preset = Preset.values()[index(parsed, "--preset", PRESETS)];
    StartingForge forge = StartingForge.values()[index(parsed, "--forge", FORGES)];
    SortedMap<String, String> files = new TreeMap<>(new StartingRepository(preset, forge).files());
    if (parsed.hasMatchedOption("--templates")) {
      files.putAll(StartingRepository.templates());
    }
    Path folder = folder(parsed, console);
    NewFiles.require(folder, files.keySet());
    new OutputFolder(folder).write(files);
    files.keySet().forEach(console.out()::println);
    long marks =
        files.values().stream().flatMap(String::lines).filter(l -> l.contains("# CHANGE")).count();
    console.err().println(files.size() + " files; go through the " + marks + " lines with CHANGE");
    return ExitCode.FINE;
  }

  private static int index(ParseResult parsed, String option, List<String> words) {
    String word = parsed.matchedOptionValue(option, words.getFirst());
    int index = words.indexOf(word);
    if (index < 0) {
      throw UsageErrors.wrongChoice(option, word, words);
    }
    return index;
  }

  private static Path folder(ParseResult parsed, Console console) {
    String given = parsed.matchedPositionalValue(0, "");
    try {
      return console.directory().resolve(given);
    } catch (InvalidPathException e) {
      throw UsageErrors.usage("`" + given + "` can name no folder", "");
    }
  }

  private static List<String> words(Enum<?>[] constants) {
    return Stream.of(constants).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
  }
}
