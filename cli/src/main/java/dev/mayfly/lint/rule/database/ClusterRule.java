package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.DocumentRule;
import java.util.Set;

/** A rule about one database cluster by itself. */
interface ClusterRule extends DocumentRule {
  @Override
  default Set<GroupKind> kinds() {
    return Set.of(GroupKind.CLUSTER);
  }
}
