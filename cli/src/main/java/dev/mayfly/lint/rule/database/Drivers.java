package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import java.util.Optional;

/** Which storage driver is behind a class, where the class stands in the corpus. */
final class Drivers {
  private Drivers() {}

  static Optional<String> ofClass(Corpus corpus, String name) {
    return corpus
        .find(GroupKind.STORAGE_CLASS, "", name)
        .filter(it -> !corpus.mayChange(it))
        .map(it -> it.textOrEmpty("provisioner"))
        .filter(it -> !it.isEmpty());
  }

  /**
   * The driver that takes the snapshots of a clone's source: what its class says, else its volume.
   */
  static Optional<String> ofSnapshot(Corpus corpus, Clones.Clone pair) {
    String snapshots = pair.source().textOrEmpty("spec", "backup", "volumeSnapshot", "className");
    String volume = pair.source().textOrEmpty("spec", "storage", "storageClass");
    return corpus
        .find(GroupKind.VOLUME_SNAPSHOT_CLASS, "", snapshots)
        .map(it -> it.textOrEmpty("driver"))
        .filter(it -> !it.isEmpty())
        .or(() -> ofClass(corpus, volume));
  }
}
