package dev.mayfly.command.option;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.workspace.StartingRepository.Preset;
import dev.mayfly.workspace.StartingRepository.StartingForge;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** The options of {@code init}: what a terminal asks for, and what it does not. */
public final class InitOptions {
  public static final ValueOption<Preset> PRESET =
      ValueOption.choice(
          "--preset",
          Preset.values(),
          "one app and no more; services with one chart, which no pull request changes; apps with databases and access; or one app beside production");
  public static final RepeatableOption SERVICE =
      new RepeatableOption(
          "--service", "NAME", "a service to write an app for; the preset is then `services`");
  public static final ValueOption<StartingForge> FORGE =
      ValueOption.choice(
          "--forge", StartingForge.values(), "whose CI to write; github when left out");
  public static final ValueOption<String> GITOPS =
      ValueOption.text("--gitops", "URL", "the Git repository that this goes to");
  public static final ValueOption<String> DOMAIN =
      ValueOption.text("--domain", "NAME", "the DNS name that previews are served below");
  public static final ValueOption<String> APP =
      ValueOption.text("--app", "NAME", "the app of the preset `minimal`");
  public static final ValueOption<String> REPOSITORY =
      ValueOption.text("--repository", "OWNER/NAME", "its repository at the forge");
  public static final FlagOption TEMPLATES =
      new FlagOption(
          "--templates",
          "copy the bundled templates out, to change them; only these where mayfly.yaml is there");
  public static final FlagOption KEEP =
      new FlagOption("--keep", "leave files that are there and write the others");

  private InitOptions() {}

  public static void addTo(CommandSpec spec) {
    Option.add(spec, PRESET, SERVICE, FORGE, GITOPS, DOMAIN, APP, REPOSITORY, TEMPLATES, KEEP);
  }

  public static Preset preset(Invocation invocation, boolean ofServices) {
    Preset preset = PRESET.in(invocation).orElse(Preset.SERVICES);
    if (ofServices && preset != Preset.SERVICES) {
      throw UsageErrors.usage(
          "`--service` is for the preset `services` alone", "leave `--preset` out");
    }
    return preset;
  }

  public static ProblemsException noPreset() {
    return UsageErrors.usage(
        "missing `--preset`",
        "one of `"
            + String.join("`, `", PRESET.words())
            + "`; or name your services with `--service`");
  }

  public static List<String> services(Invocation invocation) {
    List<String> names = SERVICE.in(invocation);
    Optional<String> wrong = wrongServices(names);
    if (wrong.isPresent()) {
      throw UsageErrors.usage("`" + String.join(" ", names) + "` cannot name apps", wrong.get());
    }
    return names;
  }

  public static Optional<String> wrongServices(List<String> names) {
    if (!names.stream().allMatch(Syntaxes.APP_NAME::matches)) {
      return Optional.of("write " + Syntaxes.APP_NAME.description());
    }
    return Set.copyOf(names).size() < names.size()
        ? Optional.of("name each once")
        : Optional.empty();
  }
}
