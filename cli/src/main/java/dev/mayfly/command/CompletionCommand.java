package dev.mayfly.command;

import java.util.List;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code completion}: the script that completes commands and options in a shell. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh");
  private final Supplier<List<Command>> commands;

  CompletionCommand(Supplier<List<Command>> commands) {
    this.commands = commands;
  }

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String summary() {
    return "print the completion script for bash or zsh";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("bash|zsh")
            .type(String.class)
            .arity("1")
            .required(true)
            .completionCandidates(SHELLS)
            .description("the shell; zsh reads it through its bashcompinit")
            .build());
    spec.usageMessage()
        .footer(
            "%nExample:",
            "  source <(mayfly completion bash)", "  source <(mayfly completion zsh)");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    String shell = parsed.matchedPositionalValue(0, "");
    if (!SHELLS.contains(shell)) {
      throw UsageErrors.wrongChoice("completion", shell, SHELLS);
    }
    console.out().print(AutoComplete.bash("mayfly", new CommandLine(tree())));
    return ExitCode.FINE;
  }

  /** All commands as one model, which nothing but completion needs. */
  private CommandSpec tree() {
    CommandSpec root = Help.program(commands.get());
    for (Command command : commands.get()) {
      List<String> words = Words.of(command);
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
