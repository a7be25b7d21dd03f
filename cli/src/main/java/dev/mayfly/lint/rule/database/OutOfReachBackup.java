package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.yaml.Node;

/** A cluster is restored from another namespace. */
public final class OutOfReachBackup implements ResourceRule {
  private static final String SELF = "the cluster";

  @Override
  public void check(Corpus corpus, Resource cluster, Findings out) {
    Node backup = cluster.at("spec", "bootstrap", "recovery", "backup", "name");
    Elsewhere.check(corpus, cluster, GroupKind.BACKUP, backup, SELF, out);
    Node snapshot =
        cluster.at("spec", "bootstrap", "recovery", "volumeSnapshots", "storage", "name");
    Elsewhere.check(corpus, cluster, GroupKind.VOLUME_SNAPSHOT, snapshot, SELF, out);
  }
}
