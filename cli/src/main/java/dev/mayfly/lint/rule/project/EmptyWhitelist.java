package dev.mayfly.lint.rule.project;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A project permits no namespaced kind at all. */
public final class EmptyWhitelist implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    Node list = resource.at("spec", "namespaceResourceWhitelist");
    if (list instanceof ListNode kinds && kinds.items().isEmpty()) {
      boolean others = NodeValues.isSet(resource.at("spec", "clusterResourceWhitelist"));
      out.add(
          others ? Severity.WARNING : Severity.ERROR,
          list,
          "`namespaceResourceWhitelist` is empty");
    }
  }
}
