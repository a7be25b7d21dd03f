package dev.mayfly.command;

import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.workspace.NewFiles;
import dev.mayfly.workspace.OutputFolder;
import dev.mayfly.workspace.StartingRepository;
import dev.mayfly.workspace.StartingRepository.Preset;
import dev.mayfly.workspace.StartingRepository.StartingForge;
import dev.mayfly.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
  private static final List<String> EXAMPLES = List.of("web", "api");
  private static final String SERVICE = "--service";

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
            "one app and no more; services with one chart, which no pull request changes; apps with"
                + " databases and access; or one app beside production"));
    spec.addOption(
        Options.repeatable(
            SERVICE, "NAME", "a service to write an app for; the preset is then `services`"));
    spec.addOption(Options.choice("--forge", FORGES, "whose CI to write; github when left out"));
    spec.addOption(Options.flag("--templates", "copy the bundled templates out, to change them"));
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly init gitops --preset minimal",
            "  mayfly init gitops --service web --service api",
            "  mayfly init --preset monolith --forge gitlab");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    List<String> services = services(parsed);
    Preset preset = preset(parsed, !services.isEmpty());
    StartingForge forge = StartingForge.values()[index(parsed, "--forge", FORGES)];
    SortedMap<String, String> files =
        new TreeMap<>(
            new StartingRepository(preset, forge, services.isEmpty() ? EXAMPLES : services)
                .files());
    if (parsed.hasMatchedOption("--templates")) {
      files.putAll(StartingRepository.templates());
    }
    // Names that are right one by one can still meet, or be what YAML takes for something else.
    String platform = files.getOrDefault(Workspace.PLATFORM_FILE, "");
    PlatformLoader.load(Workspace.PLATFORM_FILE, platform.getBytes(StandardCharsets.UTF_8));
    Path folder = folder(parsed, console);
    NewFiles.require(folder, files.keySet());
    new OutputFolder(folder).write(files);
    files.keySet().forEach(console.out()::println);
    long marks =
        files.values().stream().flatMap(String::lines).filter(l -> l.contains("# CHANGE")).count();
    console.err().println(files.size() + " files; go through the " + marks + " lines with CHANGE");
    return ExitCode.FINE;
  }

  private static Preset preset(ParseResult parsed, boolean ofServices) {
    if (!parsed.hasMatchedOption("--preset")) {
      if (ofServices) {
        return Preset.SERVICES;
      }
      throw UsageErrors.usage(
          "missing `--preset`",
          "one of `" + String.join("`, `", PRESETS) + "`; or name your services with `--service`");
    }
    Preset preset = Preset.values()[index(parsed, "--preset", PRESETS)];
    if (ofServices && preset != Preset.SERVICES) {
      throw UsageErrors.usage(
          "`--service` is for the preset `services` alone", "leave `--preset` out");
    }
    return preset;
  }

  private static List<String> services(ParseResult parsed) {
    List<String> names = parsed.matchedOptionValue(SERVICE, List.of());
    for (String name : names) {
      if (!Syntaxes.APP_NAME.matches(name)) {
        throw UsageErrors.usage(
            "`" + name + "` cannot name an app", Syntaxes.APP_NAME.description());
      }
    }
    if (Set.copyOf(names).size() < names.size()) {
      throw UsageErrors.usage("`--service` names one service twice", "");
    }
    return names;
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
