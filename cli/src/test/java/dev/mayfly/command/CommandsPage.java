package dev.mayfly.command;

import static dev.mayfly.reference.ConfigurationPage.cell;

import dev.mayfly.command.option.EnvironmentOptions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code docs/reference/commands.md}: every command and option, from picocli's model. */
public final class CommandsPage {
  private static final List<String> SHARED =
      List.of("--directory", "--config", "--color", "--help");

  private CommandsPage() {}

  public static String of(List<Command> commands) {
    StringBuilder page =
        new StringBuilder(
            """
            # Commands

            Generated from the model that `mayfly --help` is printed from. Every option can come from the
            environment: the variable stands beside it. A flag takes the words `true` and `false` there, an
            option that may be repeated one value a line. What else is read from the environment is listed in
            [environment.md](environment.md).

            | command | does |
            |---|---|
            """);
    for (Command command : commands) {
      page.append(
          "| [`mayfly %s`](#%s) | %s |\n"
              .formatted(command.name(), anchor(command), cell(command.summary())));
    }
    page.append("\n## Exit codes\n\n| code | meaning |\n|---|---|\n");
    ExitCodes.MEANINGS.forEach(
        (code, meaning) -> page.append("| %d | %s |\n".formatted(code, meaning)));
    page.append("\n[Which command ends with which, and when](exit-codes.md).\n");
    page.append("\n## Options of every command\n\n");
    CommandSpec any = Help.command(commands.getFirst());
    options(page, any.options().stream().filter(CommandsPage::isShared).toList());
    commands.forEach(command -> section(page, command));
    return page.toString();
  }

  private static void section(StringBuilder page, Command command) {
    CommandSpec spec = Help.command(command);
    page.append("\n## mayfly ").append(command.name()).append("\n\n");
    page.append(capital(command.summary())).append(".\n");
    String[] description = command.spec().usageMessage().description();
    for (int i = 1; i < description.length; i++) {
      page.append('\n').append(description[i].replace("%n", "")).append('\n');
    }
    if (!spec.positionalParameters().isEmpty()) {
      page.append("\n| argument | how often | meaning |\n|---|---|---|\n");
      for (PositionalParamSpec one : spec.positionalParameters()) {
        page.append(
            "| `%s` | %s | %s |\n"
                .formatted(one.paramLabel(), one.arity(), cell(text(one.description()))));
      }
    }
    List<OptionSpec> own = spec.options().stream().filter(o -> !isShared(o)).toList();
    if (!own.isEmpty()) {
      page.append('\n');
      options(page, own);
    }
    String examples =
        List.of(spec.usageMessage().footer()).stream()
            .filter(line -> line.startsWith("  mayfly"))
            .map(String::strip)
            .collect(Collectors.joining("\n"));
    if (!examples.isEmpty()) {
      page.append("\n```sh\n").append(examples).append("\n```\n");
    }
  }

  private static void options(StringBuilder page, List<OptionSpec> options) {
    page.append("| option | variable | meaning |\n|---|---|---|\n");
    for (OptionSpec option : options) {
      String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
      String repeated = option.isMultiValue() ? "; may be repeated" : "";
      String meaning = text(option.description());
      page.append(
          "| %s | %s | %s |\n"
              .formatted(
                  cell("`" + String.join(", ", option.names()) + value + "`"),
                  option.usageHelp()
                      ? ""
                      : "`" + EnvironmentOptions.variable(option.longestName()) + "`",
                  cell(meaning + (meaning.contains("may be repeated") ? "" : repeated))));
    }
  }

  private static boolean isShared(OptionSpec option) {
    return SHARED.contains(option.longestName());
  }

  private static String text(String[] lines) {
    return String.join(" ", lines);
  }

  private static String anchor(Command command) {
    return "mayfly-" + command.name().replace(' ', '-');
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
