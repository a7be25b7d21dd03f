package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.GlobPattern;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** A pattern of a project can never match. */
public final class InvalidPattern implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    for (MapNode destination : resource.mapsAt("spec", "destinations")) {
      for (String field : List.of("server", "name", "namespace")) {
        Node pattern = destination.get(field);
        if (pattern != null && !TemplateText.isTemplated(NodeValues.text(pattern))) {
          GlobPattern.of(NodeValues.text(pattern))
              .fault()
              .ifPresent(it -> out.add(pattern, "in `" + NodeValues.text(pattern) + "` " + it));
        }
      }
    }
    for (ScalarNode namespace : resource.textsAt("spec", "sourceNamespaces")) {
      String text = namespace.text();
      if (text.equals("/")) {
        out.add(namespace, "`/` alone is taken for a regular expression and makes Argo CD panic");
      } else if (!text.startsWith("/") && !TemplateText.isTemplated(text)) {
        GlobPattern.of(text).fault().ifPresent(it -> out.add(namespace, "`" + text + "`: " + it));
      }
    }
  }
}
