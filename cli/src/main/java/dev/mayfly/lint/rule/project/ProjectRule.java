package dev.mayfly.lint.rule.project;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.DocumentRule;
import java.util.Set;

/** A rule about one AppProject by itself, whatever it bounds. */
interface ProjectRule extends DocumentRule {
  @Override
  default Set<GroupKind> kinds() {
    return Set.of(GroupKind.PROJECT);
  }
}
