package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import org.jspecify.annotations.Nullable;

/** A cluster is restored from another namespace. */
public final class OutOfReachBackup implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource cluster, Findings out) {
    Node backup = cluster.at("spec", "bootstrap", "recovery", "backup", "name");
    check(corpus, cluster, GroupKind.BACKUP, backup, out);
    Node snapshot =
        cluster.at("spec", "bootstrap", "recovery", "volumeSnapshots", "storage", "name");
    check(corpus, cluster, GroupKind.VOLUME_SNAPSHOT, snapshot, out);
  }

  private static void check(
      Corpus corpus, Resource cluster, GroupKind kind, @Nullable Node reference, Findings out) {
    String name = NodeValues.text(reference);
    boolean fixed = !cluster.namespace().isEmpty() && !corpus.mayChange(cluster, "namespace");
    if (reference == null || !fixed || corpus.find(kind, cluster.namespace(), name).isPresent()) {
      return;
    }
    corpus.of(kind).stream()
        .filter(it -> it.name().equals(name) && !it.namespace().isEmpty())
        .findFirst()
        .ifPresent(it -> report(cluster, it, reference, out));
  }

  /** Another one of the name may be out of sight, but hardly for a preview. */
  private static void report(Resource cluster, Resource found, Node at, Findings out) {
    String message =
        "`%s` lies in `%s`, the cluster in `%s`"
            .formatted(found.name(), found.namespace(), cluster.namespace());
    String settledBy = "lint what is in `" + cluster.namespace() + "` as well";
    out.addIf(PreviewScope.isPreview(cluster), at, message, settledBy);
  }
}
