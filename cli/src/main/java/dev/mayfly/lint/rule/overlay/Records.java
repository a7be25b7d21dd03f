package dev.mayfly.lint.rule.overlay;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Resource;

/** The records that Mayfly writes beside every overlay. */
final class Records {
  static final GroupKind KIND = new GroupKind("mayfly.dev", "Preview");

  private Records() {}

  /** The git generator finds records by the name of their file. */
  static boolean isRead(Resource record) {
    return record.file().endsWith("/preview.yaml") || record.file().equals("preview.yaml");
  }
}
