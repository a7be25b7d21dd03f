package dev.mayfly.command.option;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that every command takes, before or after its name. */
public final class GlobalOptions {
  public static final ValueOption<String> CONFIG =
      ValueOption.text("--config", "FILE", "use FILE instead of the nearest mayfly.yaml upward");

  private static final ValueOption<String> COLOR =
      ValueOption.choice(
          "--color",
          List.of("auto", "always", "never"),
          "when to colour reports; auto honours NO_COLOR");
  public static final ValueOption<Duration> TIMEOUT =
      ValueOption.time("--timeout", "give up after TIME, such as 90s, 10m or 1h, and end with 4");
  public static final FlagOption VERBOSE =
      new FlagOption(
          List.of("-v", "--verbose"), "say what was asked and fetched, and how long it took");
  public static final FlagOption DEBUG =
      new FlagOption("--debug", "the same with every request, ref and retry; no secrets");
  public static final FlagOption QUIET =
      new FlagOption(List.of("-q", "--quiet"), "show no progress, which only a terminal is shown");
  public static final Set<String> WITH_VALUE =
      Set.of("-C", "--directory", CONFIG.name(), COLOR.name(), TIMEOUT.name());

  private GlobalOptions() {}

  public static void addTo(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-C", "--directory")
            .paramLabel("DIR")
            .type(String.class)
            .arity("1")
            .description("work as if started in DIR")
            .build());
    Option.add(spec, CONFIG, COLOR, TIMEOUT, VERBOSE, DEBUG, QUIET);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .arity("0")
            .usageHelp(true)
            .description("show this help")
            .build());
  }

  /** Where the first word that is not an option of ours stands, or the length of the list. */
  public static int firstWord(List<String> args) {
    int index = 0;
    while (index < args.size() && args.get(index).startsWith("-")) {
      index += WITH_VALUE.contains(args.get(index)) ? 2 : 1;
    }
    return Math.min(index, args.size());
  }

  /** Read before anything is parsed, because an error in parsing is a report too. */
  public static boolean colour(List<String> args, Console console) {
    String mode = console.env().getOrDefault(EnvironmentOptions.variable(COLOR.name()), "auto");
    for (int i = 0; i < args.size(); i++) {
      if (args.get(i).startsWith(COLOR.name() + "=")) {
        mode = args.get(i).substring(COLOR.name().length() + 1);
      } else if (args.get(i).equals(COLOR.name()) && i + 1 < args.size()) {
        mode = args.get(i + 1);
      }
    }
    return switch (mode) {
      case "always" -> true;
      case "never" -> false;
      default -> console.colour() && terminalWants(console.env());
    };
  }

  private static boolean terminalWants(Map<String, String> env) {
    return env.getOrDefault("NO_COLOR", "").isEmpty() && !Terminal.isDumb(env);
  }

  /** Refuses a word that is none of its own, which was passed over when it was needed. */
  public static void check(Invocation invocation) {
    COLOR.in(invocation);
  }
}
