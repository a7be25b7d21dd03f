package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** What a commit removes stays in the preview. */
public final class NotPruned implements PreviewRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    Node automated = application.at("spec", "syncPolicy", "automated");
    if (!(automated instanceof MapNode) || application.isPatched("prune")) {
      return;
    }
    Node prune = automated.at("prune");
    if (prune == null || NodeValues.isFalse(prune)) {
      Node at =
          prune == null ? application.nearest("spec", "syncPolicy", "automated", "prune") : prune;
      out.add(at, "`automated.prune` is " + (prune == null ? "not set" : "`false`"));
    }
  }
}
