package dev.mayfly.lint.rule.workload;

import dev.mayfly.kubernetes.FieldFault.Why;

/** An object has a field that its kind does not have. */
public final class UnknownField implements FieldRule {
  @Override
  public boolean isAbout(Why why) {
    return why == Why.UNKNOWN;
  }
}
