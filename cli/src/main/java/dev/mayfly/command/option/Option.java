package dev.mayfly.command.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option of a command. The one constant that declares it serves help, completion, the
 * environment and whoever reads it.
 */
public sealed interface Option permits FlagOption, ValueOption, RepeatableOption, OutputOption {
  /** With its hyphens, such as {@code --policy-ref}. */
  String name();

  OptionSpec spec();

  /** Has a command take these. */
  static void add(CommandSpec spec, Option... options) {
    for (Option option : options) {
      spec.addOption(option.spec());
    }
  }

  /** Whether the command line or the environment has it. */
  default boolean isGivenIn(Invocation invocation) {
    return invocation.parsed().hasMatchedOption(name());
  }
}
