package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A source hydrator lacks what it needs. */
public final class IncompleteHydrator implements ApplicationRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    Node hydrator = application.at("spec", "sourceHydrator");
    if (hydrator != null) {
      check(hydrator, "drySource", "repoURL", out);
      check(hydrator, "syncSource", "targetBranch", out);
      check(hydrator, "hydrateTo", "targetBranch", out);
    }
  }

  private static void check(Node hydrator, String part, String field, Findings out) {
    Node value = hydrator.at(part, field);
    if (value != null && NodeValues.isEmpty(value)) {
      out.add(value, "`" + part + "." + field + "` is empty");
    }
  }
}
