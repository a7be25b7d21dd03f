package dev.mayfly.lint.rule.project;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** Previews may create or change every Namespace. */
public final class AnyNamespaceObject implements PreviewProjectRule {
  @Override
  public void check(Resource project, Corpus corpus, Findings out) {
    for (MapNode entry : project.mapsAt("spec", "clusterResourceWhitelist")) {
      Node kind = entry.get("kind");
      String name = entry.textOrEmpty("name");
      boolean any = name.isEmpty() || name.equals("*");
      if (kind != null && NodeValues.text(kind).equals("Namespace") && any) {
        // A preview may whatever the release is; what depends on it is that one can do better.
        Severity severity = out.targets().argocd().isAtLeast(3, 3) ? Severity.ERROR : Severity.NOTE;
        out.add(severity, kind, "`clusterResourceWhitelist` lists `Namespace` of any name");
      }
    }
  }
}
