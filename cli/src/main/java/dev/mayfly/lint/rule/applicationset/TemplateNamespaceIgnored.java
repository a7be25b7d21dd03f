package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** The namespace in an ApplicationSet's template has no effect. */
public final class TemplateNamespaceIgnored implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    Node namespace = set.resource().at("spec", "template", "metadata", "namespace");
    String own = set.resource().namespace();
    if (namespace != null && !own.isEmpty() && !NodeValues.text(namespace).equals(own)) {
      out.add(
          namespace,
          "the Applications land in `%s`, not in `%s`".formatted(own, NodeValues.text(namespace)));
    }
  }
}
