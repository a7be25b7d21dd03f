package dev.mayfly.command.option;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option that is there or not.
 *
 * @param names one, or a letter and the name that it stands for
 */
public record FlagOption(List<String> names, String description) implements Option {
  public FlagOption(String name, String description) {
    this(List.of(name), description);
  }

  @Override
  public String name() {
    return names.getLast();
  }

  @Override
  public OptionSpec spec() {
    return OptionSpec.builder(names.toArray(String[]::new))
        .arity("0")
        .description(description)
        .build();
  }
}
