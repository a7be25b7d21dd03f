package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;

/** A rule about each source of an Application by itself. */
interface SourceRule extends ApplicationRule {
  @Override
  default void check(ApplicationView application, Findings out) {
    application.sources().forEach(source -> check(source, out));
  }

  void check(SourceView source, Findings out);
}
