package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.Re2Filter;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;

/** A filter is no regular expression that Go understands. */
public final class InvalidFilterPattern implements FilterRule {
  @Override
  public void check(MapNode filter, Findings out) {
    for (MapNode.Entry condition : filter.entries()) {
      String text = NodeValues.text(condition.value());
      boolean fixed = condition.key().text().endsWith("Match") && !TemplateText.isTemplated(text);
      if (fixed && Re2Filter.of(text) instanceof Re2Filter.Refused refused) {
        out.add(condition.value(), "`" + text + "` does not compile: " + refused.reason());
      }
    }
  }
}
