package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A pattern of a project is written as a regular expression. */
public final class RegexAsPattern implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    for (MapNode destination : resource.mapsAt("spec", "destinations")) {
      Node pattern = destination.get("namespace");
      String text = NodeValues.text(pattern);
      if (pattern != null && text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
        out.add(pattern, "`" + text + "` matches no namespace");
      }
    }
  }
}
