package dev.mayfly.command.option;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** An option that may be given more than once. */
public record RepeatableOption(String name, String label, String description) implements Option {
  @Override
  public OptionSpec spec() {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .description(description)
        .build();
  }

  /** All that were given, in their order. */
  public List<String> in(Invocation invocation) {
    return invocation.parsed().matchedOptionValue(name, List.of());
  }
}
