package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Set;

/** The project of previews permits every namespace. */
public final class AnyNamespace implements PreviewProjectRule {
  private static final Set<String> ALL = Set.of("*", "**", "?*");

  @Override
  public void check(Resource project, Corpus corpus, Findings out) {
    for (MapNode destination : project.mapsAt("spec", "destinations")) {
      Node namespace = destination.get("namespace");
      if (namespace != null && ALL.contains(NodeValues.text(namespace))) {
        out.add(
            namespace, "`destinations` lists the namespace `" + NodeValues.text(namespace) + "`");
      }
    }
  }
}
