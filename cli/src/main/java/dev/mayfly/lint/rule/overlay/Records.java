package dev.mayfly.lint.rule.overlay;

import dev.mayfly.lint.GroupKind;

/** The records that Mayfly writes beside every overlay. */
final class Records {
  static final GroupKind KIND = new GroupKind("mayfly.dev", "Preview");

  private Records() {}
}
