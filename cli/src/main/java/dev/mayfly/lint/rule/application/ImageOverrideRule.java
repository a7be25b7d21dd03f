package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.ScalarNode;

/** A rule about each image that a preview's Application sets over its kustomization. */
interface ImageOverrideRule extends PreviewRule {
  @Override
  default void check(ApplicationView application, Findings out) {
    for (SourceView source : application.sources()) {
      source.textsAt("kustomize", "images").forEach(image -> check(image, out));
    }
  }

  void check(ScalarNode image, Findings out);
}
