package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A clone reads a snapshot that may not be ready. */
public final class DirectSnapshot implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource cluster : corpus.of(GroupKind.CLUSTER)) {
      Node snapshot =
          cluster.at("spec", "bootstrap", "recovery", "volumeSnapshots", "storage", "name");
      boolean made =
          corpus.find(GroupKind.BACKUP, cluster.namespace(), NodeValues.text(snapshot)).isPresent();
      if (snapshot != null && made) {
        out.about(cluster)
            .add(
                snapshot,
                "`"
                    + NodeValues.text(snapshot)
                    + "` is still to be made by the Backup of this name");
      }
    }
  }
}
