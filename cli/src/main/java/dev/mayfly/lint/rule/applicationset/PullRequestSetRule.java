package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.SetView;

/**
 * A rule about an ApplicationSet that makes previews of pull requests; others may do as they like.
 */
interface PullRequestSetRule extends SetRule {
  @Override
  default void check(Resource resource, Findings out) {
    SetView set = SetView.of(resource);
    if (!set.pullRequests().isEmpty()) {
      check(set, out);
    }
  }
}
