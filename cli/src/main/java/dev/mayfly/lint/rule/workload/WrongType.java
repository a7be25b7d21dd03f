package dev.mayfly.lint.rule.workload;

import dev.mayfly.kubernetes.FieldFault.Why;

/** A value is of another type than its field, or not one of the words that it may be. */
public final class WrongType implements FieldRule {
  @Override
  public boolean isAbout(Why why) {
    return why.isType() || why == Why.NOT_ALLOWED;
  }
}
