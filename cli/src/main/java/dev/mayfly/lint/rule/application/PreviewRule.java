package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;

/** A rule about each Application that is a preview; others may do as they like. */
interface PreviewRule extends ApplicationRule {
  @Override
  default void check(Resource resource, Findings out) {
    ApplicationView.of(resource).stream()
        .filter(ApplicationView::isPreview)
        .forEach(application -> check(application, out));
  }
}
