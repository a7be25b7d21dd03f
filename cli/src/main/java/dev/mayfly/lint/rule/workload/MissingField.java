package dev.mayfly.lint.rule.workload;

import dev.mayfly.kubernetes.FieldFault.Why;

/** An object lacks a field that its kind requires. */
public final class MissingField implements FieldRule {
  @Override
  public boolean isAbout(Why why) {
    return why == Why.MISSING;
  }
}
