package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A cluster starts from an external cluster that it does not describe (CloudNativePG 1.30, {@code
 * internal/webhook/v1/cluster_webhook.go}).
 */
public final class UnknownExternalCluster implements ResourceRule {
  private static final List<List<String>> REFERENCES =
      List.of(
          List.of("spec", "bootstrap", "recovery", "source"),
          List.of("spec", "bootstrap", "pg_basebackup", "source"),
          List.of("spec", "bootstrap", "initdb", "import", "source", "externalCluster"),
          List.of("spec", "replica", "source"));

  @Override
  public void check(Corpus corpus, Resource cluster, Findings out) {
    Set<String> known = new TreeSet<>();
    cluster.mapsAt("spec", "externalClusters").forEach(it -> known.add(it.textOrEmpty("name")));
    for (List<String> path : REFERENCES) {
      Node reference = cluster.at(path.toArray(String[]::new));
      String name = NodeValues.text(reference);
      if (reference != null
          && !name.isEmpty()
          && !known.contains(name)
          && !TemplateText.isTemplated(name + String.join("", known))
          && !corpus.isPatched(cluster)) {
        out.add(reference, message(name, known));
      }
    }
  }

  private static String message(String name, Set<String> known) {
    return known.isEmpty()
        ? "`externalClusters` has no entry, so none is called `" + name + "`"
        : "`%s` is not a name in `externalClusters`; %s"
            .formatted(name, NearMiss.hint(name, known));
  }
}
