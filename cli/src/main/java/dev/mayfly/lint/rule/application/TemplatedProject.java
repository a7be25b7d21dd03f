package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;

/** The project of a preview is taken from a parameter. */
public final class TemplatedProject implements PreviewRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    Node project = application.at("spec", "project");
    if (project != null && TemplateText.hasActions(Fields.text(project))) {
      out.add(project, "`" + Fields.text(project) + "` is filled in from a pull request");
    }
  }
}
