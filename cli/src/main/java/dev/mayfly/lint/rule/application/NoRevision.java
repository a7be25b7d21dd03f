package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;

/** A source has no revision. */
public final class NoRevision implements ApplicationRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    for (SourceView source : application.sources()) {
      boolean used = !source.repository().isEmpty() && source.text("chart").isEmpty();
      if (used
          && source.text("targetRevision").isEmpty()
          && !application.isPatched("targetRevision")) {
        out.add(source.place(), "without `targetRevision` the default branch is followed");
      }
    }
  }
}
