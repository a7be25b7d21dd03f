package dev.mayfly.command;

import dev.mayfly.command.option.Invocation;
import picocli.CommandLine.Model.CommandSpec;

/** One command of the program. Its model is built only when it is the one that was asked for. */
public abstract class Command {
  private final String name;
  private final String summary;

  /**
   * A command as help lists it.
   *
   * @param name one or two words, such as {@code diff} or {@code render preview}
   * @param summary one line: lower case, no full stop
   */
  Command(String name, String summary) {
    this.name = name;
    this.summary = summary;
  }

  final String name() {
    return name;
  }

  final String summary() {
    return summary;
  }

  final CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    describe(spec);
    return spec;
  }

  /** Adds options, positional arguments, description, and examples in the footer. */
  abstract void describe(CommandSpec spec);

  /** Whether {@code --timeout} is for this command to keep, which then says how it ended. */
  boolean keepsTime() {
    return false;
  }

  /**
   * Does the work and returns an {@link dev.mayfly.command.console.ExitCode}. The result alone goes
   * to standard output.
   */
  abstract int run(Invocation invocation);
}
