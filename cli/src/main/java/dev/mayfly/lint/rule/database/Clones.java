package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import java.util.Optional;

/** Which cluster a clone's data come from, where that can be told. */
final class Clones {
  private Clones() {}

  /**
   * The source cluster of a recovery from a backup, or from the snapshot of one, that stands in the
   * same corpus; empty when anything about it may still be changed by a kustomization.
   */
  static Optional<Resource> source(Corpus corpus, Resource clone) {
    String backup = Fields.text(clone.at("spec", "bootstrap", "recovery", "backup", "name"));
    String snapshot =
        Fields.text(
            clone.at("spec", "bootstrap", "recovery", "volumeSnapshots", "storage", "name"));
    String name = backup.isEmpty() ? snapshot : backup;
    if (name.isEmpty() || corpus.mayChange(clone, "namespace", "namePrefix", "nameSuffix")) {
      return Optional.empty();
    }
    return corpus
        .find(GroupKind.BACKUP, clone.namespace(), name)
        .map(it -> Fields.text(it.at("spec", "cluster", "name")))
        .flatMap(it -> corpus.find(GroupKind.CLUSTER, clone.namespace(), it))
        .filter(it -> !corpus.mayChange(it));
  }
}
