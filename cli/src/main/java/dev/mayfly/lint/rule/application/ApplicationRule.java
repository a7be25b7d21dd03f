package dev.mayfly.lint.rule.application;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import java.util.Set;

/** A rule about each Application, written out or generated. */
interface ApplicationRule extends DocumentRule {
  @Override
  default Set<GroupKind> kinds() {
    return Set.of(GroupKind.APPLICATION, GroupKind.APPLICATION_SET);
  }

  @Override
  default void check(Resource resource, Findings out) {
    ApplicationView.of(resource).forEach(application -> check(application, out));
  }

  void check(ApplicationView application, Findings out);
}
