package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.ParameterOrigin;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Set;

/** The project of a preview is taken from its pull request. */
public final class TemplatedProject implements PreviewRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    Node project = application.at("spec", "project");
    if (project == null) {
      return;
    }
    Set<ParameterOrigin> origins = ParameterOrigin.of(project, application);
    String text = "`" + NodeValues.text(project) + "`";
    if (origins.contains(ParameterOrigin.PULL_REQUEST)) {
      out.add(project, "`project` is " + text);
    } else if (origins.contains(ParameterOrigin.PREVIEW_FILE)) {
      out.unverifiable(
          project,
          "`project` is " + text + ", which a file of the preview fills in",
          "write the project's name, or let admins own those files");
    }
  }
}
