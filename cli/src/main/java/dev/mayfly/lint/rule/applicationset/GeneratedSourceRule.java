package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;

/** A rule about each source that a set makes from pull requests. */
interface GeneratedSourceRule extends PullRequestSetRule {
  @Override
  default void check(SetView set, Findings out) {
    set.applications().forEach(it -> it.sources().forEach(source -> check(it, source, out)));
  }

  void check(ApplicationView application, SourceView source, Findings out);
}
