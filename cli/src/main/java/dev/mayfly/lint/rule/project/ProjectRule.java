package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.GroupKind;
import java.util.Set;

/** A rule about one AppProject by itself, whatever it bounds. */
interface ProjectRule extends DocumentRule {
  @Override
  default Set<GroupKind> kinds() {
    return Set.of(GroupKind.PROJECT);
  }
}
