package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A backup for a preview stops the production database. */
public final class ColdBackup implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    Node online = resource.at("spec", "online");
    if (online != null && NodeValues.isFalse(online) && PreviewScope.isPreview(resource)) {
      out.add(online, "`online` is `false`");
    }
  }
}
