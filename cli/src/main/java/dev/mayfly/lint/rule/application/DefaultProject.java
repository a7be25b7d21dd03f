package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A preview runs in the project `default`, or in none. */
public final class DefaultProject implements PreviewRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    Node project = application.at("spec", "project");
    if (project != null && NodeValues.text(project).equals("default")) {
      out.add(project, "`default` permits everything until somebody narrows it");
    } else if (NodeValues.isEmpty(project)) {
      out.add(application.nearest("spec", "project"), "`project` is empty");
    }
  }
}
