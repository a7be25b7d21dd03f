package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** The project of previews permits every cluster-scoped kind. */
public final class AnyClusterKind implements PreviewProjectRule {
  @Override
  public void check(Resource project, Corpus corpus, Findings out) {
    for (MapNode entry : project.mapsAt("spec", "clusterResourceWhitelist")) {
      Node kind = entry.get("kind");
      boolean named = NodeValues.isSet(entry.get("name")) && !entry.textOrEmpty("name").equals("*");
      if (kind != null && NodeValues.text(kind).equals("*") && !named) {
        out.add(kind, "`clusterResourceWhitelist` lists the kind `*`");
      }
    }
  }
}
