package dev.mayfly.lint.rule.workload;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class WorkloadRules {
  private WorkloadRules() {}

  public static final List<Rule> ALL =
      List.of(
          new UnpinnedImage(),
          new MalformedWave(),
          new UnknownHook(),
          new UnfilledTemplate(),
          new MalformedDigest(),
          new NonStringValue(),
          new ObjectTwice(),
          new SelectorMismatch(),
          new RemovedApiVersion());
}
