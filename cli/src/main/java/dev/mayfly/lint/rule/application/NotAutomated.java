package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A preview is never synced. */
public final class NotAutomated implements PreviewRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    Node automated = application.at("spec", "syncPolicy", "automated");
    if (application.isPatched("automated")) {
      return;
    }
    if (!(automated instanceof MapNode map)) {
      out.add(
          application.nearest("spec", "syncPolicy", "automated"),
          "`syncPolicy.automated` is not set");
    } else if (map.get("enabled") instanceof Node enabled && NodeValues.isFalse(enabled)) {
      out.add(enabled, "`automated.enabled` is `false`");
    }
  }
}
