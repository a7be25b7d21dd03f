package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.GlobPattern;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Optional;

/** The project of previews also permits namespaces that do not belong to previews. */
public final class WideNamespacePattern implements PreviewProjectRule {
  @Override
  public void check(Resource project, Corpus corpus, Findings out) {
    for (MapNode destination : project.mapsAt("spec", "destinations")) {
      Node namespace = destination.get("namespace");
      String pattern = NodeValues.text(namespace);
      boolean wild = pattern.contains("*") && !pattern.equals("*");
      Optional<String> foreign =
          wild
              ? FOREIGN.stream().filter(it -> GlobPattern.of(pattern).matches(it)).findFirst()
              : Optional.empty();
      if (namespace != null && foreign.isPresent()) {
        out.add(namespace, "`" + pattern + "` also matches `" + foreign.get() + "`");
      }
    }
  }

  /** Namespaces that no pull request would have by itself. */
  private static final List<String> FOREIGN =
      List.of(
          "pr-production",
          "preview-production",
          "previews-production",
          "shop-production",
          "kube-system");
}
