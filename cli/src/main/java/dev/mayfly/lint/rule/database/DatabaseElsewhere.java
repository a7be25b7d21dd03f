package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A database object lies in another namespace than its server. */
public final class DatabaseElsewhere implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource resource, Findings out) {
    Node cluster = resource.at("spec", "cluster", "name");
    String name = NodeValues.text(cluster);
    boolean fixed = !resource.namespace().isEmpty() && !corpus.mayChange(resource, "namespace");
    if (cluster == null
        || !fixed
        || corpus.find(GroupKind.CLUSTER, resource.namespace(), name).isPresent()) {
      return;
    }
    corpus.of(GroupKind.CLUSTER).stream()
        .filter(it -> it.name().equals(name) && !it.namespace().isEmpty())
        .findFirst()
        .ifPresent(it -> report(resource, it, cluster, out));
  }

  /** Another cluster of the name may be out of sight, but hardly in a preview. */
  private static void report(Resource resource, Resource cluster, Node at, Findings out) {
    String message =
        "`%s` lies in `%s`, and this in `%s`"
            .formatted(cluster.name(), cluster.namespace(), resource.namespace());
    String settledBy = "lint what is in `" + resource.namespace() + "` as well";
    out.addIf(PreviewScope.isPreview(resource), at, message, settledBy);
  }
}
