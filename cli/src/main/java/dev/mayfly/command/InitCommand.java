package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.FlagOption;
import dev.mayfly.command.option.PositionalArgument;
import dev.mayfly.command.option.RepeatableOption;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.command.option.ValueOption;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code init}: writes a GitOps repository to start from. */
final class InitCommand implements Command {
  static final PositionalArgument FOLDER =
      new PositionalArgument("DIR", "0..1", "where to write; this folder when left out");

  private static final FlagOption TEMPLATES =
      new FlagOption("--templates", "copy the bundled templates out, to change them");

  private static final ValueOption<Preset> PRESET =
      ValueOption.choice(
          "--preset",
          List.of(Preset.values()),
          InitCommand::word,
          "one app and no more; services with one chart, which no pull request changes; apps with databases and access; or one app beside production");
  private static final ValueOption<StartingForge> FORGE =
      ValueOption.choice(
          "--forge",
          List.of(StartingForge.values()),
          InitCommand::word,
          "whose CI to write; github when left out");
  private static final List<String> EXAMPLES = List.of("web", "api");
  private static final RepeatableOption SERVICE =
      new RepeatableOption(
          "--service", "NAME", "a service to write an app for; the preset is then `services`");

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
    spec.addPositional(FOLDER.spec());
    spec.addOption(PRESET.spec());
    spec.addOption(SERVICE.spec());
    spec.addOption(FORGE.spec());
    spec.addOption(TEMPLATES.spec());
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
    StartingForge forge = FORGE.in(parsed).orElse(StartingForge.GITHUB);
    SortedMap<String, String> files =
        new TreeMap<>(
            new StartingRepository(preset, forge, services.isEmpty() ? EXAMPLES : services)
                .files());
    if (TEMPLATES.isGivenIn(parsed)) {
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
    if (ofServices && !PRESET.isGivenIn(parsed)) {
      return Preset.SERVICES;
    }
    Preset preset =
        PRESET
            .in(parsed)
            .orElseThrow(
                () ->
                    UsageErrors.usage(
                        "missing `--preset`",
                        "one of `"
                            + String.join("`, `", PRESET.words())
                            + "`; or name your services with `--service`"));
    if (ofServices && preset != Preset.SERVICES) {
      throw UsageErrors.usage(
          "`--service` is for the preset `services` alone", "leave `--preset` out");
    }
    return preset;
  }

  private static List<String> services(ParseResult parsed) {
    List<String> names = SERVICE.in(parsed);
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

  private static Path folder(ParseResult parsed, Console console) {
    String given = FOLDER.one(parsed);
    try {
      return console.directory().resolve(given);
    } catch (InvalidPathException e) {
      throw UsageErrors.usage("`" + given + "` can name no folder", "");
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
