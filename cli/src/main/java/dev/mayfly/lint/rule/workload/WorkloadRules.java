package dev.mayfly.lint.rule.workload;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class WorkloadRules {
  private WorkloadRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("AP065", new UnpinnedImage()),
          Rule.of("AP084", new MalformedWave()),
          Rule.of("AP085", new UnknownHook()),
          Rule.of("AS009", new UnfilledTemplate()),
          Rule.of("WL001", new MalformedDigest()),
          Rule.of("WL002", new WrongType()),
          Rule.of("WL003", new ObjectTwice()),
          Rule.of("WL004", new SelectorMismatch()),
          Rule.of("WL005", new RemovedApiVersion()),
          Rule.of("WL006", new UnknownField()),
          Rule.of("WL007", new MissingField()),
          Rule.of("WL010", new NeedsWhatComesLater()),
          Rule.of("WL011", new ScaledReplicas()));
}
