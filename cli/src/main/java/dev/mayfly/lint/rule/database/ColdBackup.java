package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewDocumentRule;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A backup for a preview stops the production database. */
public final class ColdBackup implements PreviewDocumentRule {
  @Override
  public void checkPreview(Resource resource, Findings out) {
    Node online = resource.at("spec", "online");
    if (online != null && NodeValues.isFalse(online)) {
      out.add(online, "`online` is `false`");
    }
  }
}
