package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.SetView;
import java.util.Set;

/** A rule about one ApplicationSet. */
interface SetRule extends DocumentRule {
  @Override
  default Set<GroupKind> kinds() {
    return Set.of(GroupKind.APPLICATION_SET);
  }

  @Override
  default void check(Resource resource, Findings out) {
    check(SetView.of(resource), out);
  }

  void check(SetView set, Findings out);
}
