package dev.mayfly.command.option;

import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What a command takes by its place on the command line.
 *
 * @param arity how many, in picocli's words, such as {@code 0..*}
 * @param words all values that it takes; none where it takes any text
 */
public record PositionalArgument(
    String label, String arity, List<String> words, String description) {
  public PositionalArgument(String label, String arity, String description) {
    this(label, arity, List.of(), description);
  }

  public PositionalParamSpec spec() {
    PositionalParamSpec.Builder spec =
        PositionalParamSpec.builder()
            .paramLabel(label)
            .arity(arity)
            .required(!arity.startsWith("0"))
            .description(description);
    spec = words.isEmpty() ? spec : spec.completionCandidates(words);
    return (arity.endsWith("*")
            ? spec.type(List.class).auxiliaryTypes(String.class)
            : spec.type(String.class))
        .build();
  }

  /** The only one, or else nothing but an empty text. */
  public String one(Invocation invocation) {
    return invocation.parsed().matchedPositionalValue(0, "");
  }

  /**
   * All that were given, by a command that does without only now and then.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (configuration) where none is
   */
  public List<String> required(Invocation invocation) {
    List<String> all = all(invocation);
    if (all.isEmpty()) {
      throw UsageErrors.problem(
          "missing-option",
          "missing `" + label + "`",
          "`" + invocation.parsed().commandSpec().name() + " --help` shows what it takes");
    }
    return all;
  }

  /** All that were given, in their order. */
  public List<String> all(Invocation invocation) {
    return invocation.parsed().matchedPositionalValue(0, List.of());
  }
}
