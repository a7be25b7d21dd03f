package dev.mayfly.command;

import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options that every command takes, before or after its name. */
final class GlobalOptions {
  static final String COLOR = "--color";
  private static final List<String> COLORS = List.of("auto", "always", "never");
  static final Set<String> WITH_VALUE = Set.of("-C", "--directory", "--config", COLOR);

  private GlobalOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-C", "--directory")
            .paramLabel("DIR")
            .type(String.class)
            .arity("1")
            .description("work as if started in DIR")
            .build());
    spec.addOption(
        Options.value("--config", "FILE", "use FILE instead of the nearest mayfly.yaml upward"));
    spec.addOption(Options.choice(COLOR, COLORS, "when to colour reports; auto honours NO_COLOR"));
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .arity("0")
            .usageHelp(true)
            .description("show this help")
            .build());
  }

  /** Where the first word that is not an option of ours stands, or the length of the list. */
  static int firstWord(List<String> args) {
    int index = 0;
    while (index < args.size() && args.get(index).startsWith("-")) {
      index += WITH_VALUE.contains(args.get(index)) ? 2 : 1;
    }
    return Math.min(index, args.size());
  }

  /** Read before anything is parsed, because an error in parsing is a report too. */
  static boolean colour(List<String> args, Console console) {
    String mode = console.env().getOrDefault(EnvironmentOptions.variable(COLOR), "auto");
    for (int i = 0; i < args.size(); i++) {
      if (args.get(i).startsWith(COLOR + "=")) {
        mode = args.get(i).substring(COLOR.length() + 1);
      } else if (args.get(i).equals(COLOR) && i + 1 < args.size()) {
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
    return env.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(env.get("TERM"));
  }

  static void check(ParseResult parsed) {
    String color = parsed.matchedOptionValue(COLOR, "auto");
    if (!COLORS.contains(color)) {
      throw UsageErrors.wrongChoice(COLOR, color, COLORS);
    }
  }
}
