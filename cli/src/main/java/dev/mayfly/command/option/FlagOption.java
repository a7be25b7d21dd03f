package dev.mayfly.command.option;

import picocli.CommandLine.Model.OptionSpec;

/** An option that is there or not. */
public record FlagOption(String name, String description) implements Option {
  @Override
  public OptionSpec spec() {
    return OptionSpec.builder(name).arity("0").description(description).build();
  }
}
