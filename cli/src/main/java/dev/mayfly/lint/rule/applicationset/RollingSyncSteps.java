package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** A rolling sync cannot work as written. */
public final class RollingSyncSteps implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    Node type = set.resource().at("spec", "strategy", "type");
    if (type == null || !NodeValues.text(type).equals("RollingSync")) {
      return;
    }
    List<MapNode> steps = set.resource().mapsAt("spec", "strategy", "rollingSync", "steps");
    if (steps.isEmpty()) {
      out.add(type, "`RollingSync` has no `steps`");
    }
    for (MapNode step : steps) {
      for (MapNode expression : step.mapsAt("matchExpressions")) {
        Node operator = expression.get("operator");
        String text = NodeValues.text(operator);
        if (operator != null && !text.equals("In") && !text.equals("NotIn")) {
          out.add(operator, "`" + text + "` is neither `In` nor `NotIn`");
        }
      }
    }
  }
}
