package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;

/** A GitLab webhook never reaches this generator. */
public final class GitlabProjectPath implements ProviderRule {
  @Override
  public void check(Generator generator, ScalarNode forge, MapNode body, Findings out) {
    Node project = forge.text().equals("gitlab") ? body.get("project") : null;
    String text = NodeValues.text(project);
    boolean open = TemplateText.isTemplated(text) && !isPath(text);
    if (project != null && !text.matches("[0-9]+") && !open) {
      out.add(project, "`project` is `" + text + "`, no numeric id");
    }
  }

  /** Whatever is filled in: an id has no slash. */
  private static boolean isPath(String text) {
    return text.replaceAll("\\{\\{[^{}]*}}", "").matches(".*\\w/.*|.*/\\w.*");
  }
}
