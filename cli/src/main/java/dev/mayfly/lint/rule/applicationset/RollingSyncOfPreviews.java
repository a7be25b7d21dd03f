package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A rolling sync switches auto-sync off for previews. */
public final class RollingSyncOfPreviews implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    Node type = set.resource().at("spec", "strategy", "type");
    if (type != null && set.isPreview() && NodeValues.text(type).equals("RollingSync")) {
      out.add(type, "`strategy.type` is `RollingSync`");
    }
  }
}
