package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewDocumentRule;

/** A backup does not say that it is a volume snapshot. */
public final class BackupMethod implements PreviewDocumentRule {
  @Override
  public void checkPreview(Resource resource, Findings out) {
    if (resource.at("spec", "method") == null) {
      out.add(
          resource.nearest("spec", "method"),
          "`method` is `barmanObjectStore` where it is not set");
    }
  }
}
