package dev.mayfly.lint.view;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;

/** A rule that decides by looking at one object of a preview alone. */
public interface PreviewDocumentRule extends DocumentRule {
  void checkPreview(Resource resource, Findings out);

  @Override
  default void check(Resource resource, Findings out) {
    if (PreviewScope.isPreview(resource)) {
      checkPreview(resource, out);
    }
  }
}
