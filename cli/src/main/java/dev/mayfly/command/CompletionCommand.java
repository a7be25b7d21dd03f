package dev.mayfly.command;

import dev.mayfly.command.composition.Platforms;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.PositionalArgument;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.platform.App;
import java.util.List;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code completion}: the script that completes commands and options in a shell. */
final class CompletionCommand extends Command {
  static final String APP = "--app";

  /** What the scripts run for names that only the folder knows. */
  static final String LIST_APPS = "mayfly completion apps 2>/dev/null";

  private static final List<String> SHELLS = List.of("bash", "zsh", "fish", "apps");
  static final PositionalArgument SHELL =
      new PositionalArgument(
          "bash|zsh|fish|apps",
          "1",
          SHELLS,
          "the shell; apps lists what the scripts offer for --app here");
  private final Supplier<List<Command>> commands;

  CompletionCommand(Supplier<List<Command>> commands) {
    super("completion", "print the completion script for bash, zsh or fish");
    this.commands = commands;
  }

  @Override
  void describe(CommandSpec spec) {
    spec.addPositional(SHELL.spec());
    spec.usageMessage()
        .footer(
            "%nExample:",
            "  source <(mayfly completion bash)",
            "  source <(mayfly completion zsh)",
            "  mayfly completion fish | source");
  }

  @Override
  int run(Invocation invocation) {
    Console console = invocation.console();
    String shell = SHELL.one(invocation);
    if (!SHELLS.contains(shell)) {
      throw UsageErrors.wrongChoice("completion", shell, SHELLS);
    }
    switch (shell) {
      case "fish" -> console.out().print(FishCompletion.of(commands.get()));
      case "apps" -> apps(invocation).forEach(console.out()::println);
      default -> console.out().print(bash());
    }
    return ExitCode.FINE;
  }

  /** picocli knows words that never change; the apps are asked for where they are completed. */
  private String bash() {
    String nothing = "'" + APP + "')\n      return\n";
    String apps =
        "'%s')\n      local IFS=$'\\n'\n      COMPREPLY=( $( compReplyArray $(%s) ) )\n      return $?\n"
            .formatted(APP, LIST_APPS);
    return AutoComplete.bash("mayfly", new CommandLine(tree())).replace(nothing, apps);
  }

  private static List<String> apps(Invocation invocation) {
    return Platforms.around(invocation).stream()
        .flatMap(platform -> platform.apps().stream())
        .map(App::name)
        .toList();
  }

  /** All commands as one model, which nothing but completion needs. */
  private CommandSpec tree() {
    CommandSpec root = Help.program(commands.get());
    for (Command command : commands.get()) {
      List<String> words = CommandNames.of(command);
      CommandSpec parent = root;
      if (words.size() > 1) {
        CommandLine known = root.subcommands().get(words.getFirst());
        parent = known == null ? CommandSpec.create() : known.getCommandSpec();
        if (known == null) {
          root.addSubcommand(words.getFirst(), parent);
        }
      }
      parent.addSubcommand(words.getLast(), Help.command(command));
    }
    return root;
  }
}
