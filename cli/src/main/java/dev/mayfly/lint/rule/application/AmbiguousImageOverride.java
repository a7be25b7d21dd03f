package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.ScalarNode;

/** An image override can be matched to the wrong image. */
public final class AmbiguousImageOverride implements ImageOverrideRule {
  @Override
  public void check(ScalarNode image, Findings out) {
    boolean named = image.text().contains("=");
    boolean port = image.text().indexOf(':') < image.text().lastIndexOf('/');
    if (!named && (image.text().contains("@sha256:") || (port && image.text().contains(":")))) {
      out.add(image, "`" + image.text() + "` does not say which image it replaces");
    }
  }
}
