package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A clone reads a snapshot that may not be ready. */
public final class DirectSnapshot implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource cluster, Findings out) {
    Node snapshot =
        cluster.at("spec", "bootstrap", "recovery", "volumeSnapshots", "storage", "name");
    boolean made =
        corpus.find(GroupKind.BACKUP, cluster.namespace(), NodeValues.text(snapshot)).isPresent();
    if (snapshot != null && made) {
      out.add(
          snapshot,
          "`%s` is still to be made by the Backup of this name"
              .formatted(NodeValues.text(snapshot)));
    }
  }
}
