package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of the program. Its model is built only when it is the one that was asked for. */
public interface Command {
  /** One or two words, such as {@code diff} or {@code render preview}. */
  String name();

  /** One line for the list of commands: lower case, no full stop. */
  String summary();

  /** Options, positional parameters, description, and examples in the footer. */
  CommandSpec spec();

  /** Whether {@code --timeout} is for this command to keep, which then says how it ended. */
  default boolean keepsTime() {
    return false;
  }

  /** Does the work and returns an {@link ExitCode}. The result alone goes to standard output. */
  int run(ParseResult parsed, Console console);
}
