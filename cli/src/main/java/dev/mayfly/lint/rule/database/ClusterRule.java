package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.GroupKind;
import java.util.Set;

/** A rule about one database cluster by itself. */
interface ClusterRule extends DocumentRule {
  @Override
  default Set<GroupKind> kinds() {
    return Set.of(GroupKind.CLUSTER);
  }
}
