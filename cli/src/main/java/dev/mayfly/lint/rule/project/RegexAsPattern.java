package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A pattern of a project is written as a regular expression. */
public final class RegexAsPattern implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.PROJECT);
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (MapNode destination : Fields.maps(resource.at("spec", "destinations"))) {
      Node pattern = destination.get("namespace");
      String text = Fields.text(pattern);
      if (pattern != null && text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
        out.add(pattern, "`" + text + "` matches no namespace");
      }
    }
  }
}
