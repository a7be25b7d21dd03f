package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** Helm values are given twice. */
public final class ValuesTwice implements SourceRule {
  @Override
  public void check(SourceView source, Findings out) {
    Node ignored = source.at("helm", "values");
    boolean both = NodeValues.isSet(source.at("helm", "valuesObject")) && NodeValues.isSet(ignored);
    if (ignored != null && both) {
      out.add(ignored, "`values` is ignored beside `valuesObject`");
    }
  }
}
