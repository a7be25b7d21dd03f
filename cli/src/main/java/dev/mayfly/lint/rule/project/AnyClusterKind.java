package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;

/** The project of previews permits every cluster-scoped kind. */
public final class AnyClusterKind implements PreviewProjectRule {
  @Override
  public void check(Resource project, Corpus corpus, Findings out) {
    for (MapNode entry : Fields.maps(project.at("spec", "clusterResourceWhitelist"))) {
      Node kind = entry.get("kind");
      boolean named =
          Fields.isSet(entry.get("name")) && !Fields.text(entry.get("name")).equals("*");
      if (kind != null && Fields.text(kind).equals("*") && !named) {
        out.add(kind, "`clusterResourceWhitelist` lists the kind `*`");
      }
    }
  }
}
