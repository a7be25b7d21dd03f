package dev.mayfly.command;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The three shapes of an option. Values stay text here; commands give them their meaning. */
public final class Options {
  private Options() {}

  public static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).arity("0").description(description).build();
  }

  public static OptionSpec value(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .arity("1")
        .description(description)
        .build();
  }

  /** An option that takes one of a few words. */
  public static OptionSpec choice(String name, List<String> words, String description) {
    return OptionSpec.builder(name)
        .paramLabel(String.join("|", words))
        .type(String.class)
        .arity("1")
        .completionCandidates(words)
        .description(description)
        .build();
  }

  /** One file or more, by their place on the command line. */
  public static PositionalParamSpec files(String description) {
    return PositionalParamSpec.builder()
        .paramLabel("FILE")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1..*")
        .required(true)
        .description(description)
        .build();
  }

  /** An option that may be given more than once. */
  public static OptionSpec repeatable(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .description(description)
        .build();
  }
}
