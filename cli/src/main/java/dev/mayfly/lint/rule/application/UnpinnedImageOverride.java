package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.ScalarNode;

/** An image override names a tag. */
public final class UnpinnedImageOverride implements ImageOverrideRule {
  @Override
  public void check(ScalarNode image, Findings out) {
    String text = image.text();
    boolean keeps = text.endsWith("*");
    if (!text.contains("@") && !keeps && text.contains(":")) {
      boolean commit = text.contains("head_sha") || text.contains("head_short");
      out.add(
          commit ? Severity.WARNING : Severity.ERROR,
          image,
          "`" + text + "` is not pinned by digest");
    }
  }
}
