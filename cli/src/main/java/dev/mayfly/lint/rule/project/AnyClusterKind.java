package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;

/** The project of previews permits every cluster-scoped kind. */
public final class AnyClusterKind implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource project : PreviewProjects.of(corpus)) {
      for (MapNode entry : Fields.maps(project.at("spec", "clusterResourceWhitelist"))) {
        Node kind = entry.get("kind");
        boolean named =
            Fields.isSet(entry.get("name")) && !Fields.text(entry.get("name")).equals("*");
        if (kind != null && Fields.text(kind).equals("*") && !named) {
          out.about(project).add(kind, "previews may create every cluster-scoped kind");
        }
      }
    }
  }
}
