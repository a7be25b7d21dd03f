package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.yaml.NodeValues;
import java.util.Optional;

/** Which storage driver is behind a class, where the class stands in the corpus. */
final class Drivers {
  private Drivers() {}

  static Optional<String> ofClass(Corpus corpus, String name) {
    return corpus
        .find(GroupKind.STORAGE_CLASS, "", name)
        .filter(it -> !corpus.mayChange(it))
        .map(it -> NodeValues.text(it.at("provisioner")))
        .filter(it -> !it.isEmpty());
  }

  /**
   * The driver that takes the snapshots of a clone's source: what its class says, else its volume.
   */
  static Optional<String> ofSnapshot(Corpus corpus, Clones.Clone pair) {
    String snapshots =
        NodeValues.text(pair.source().at("spec", "backup", "volumeSnapshot", "className"));
    String volume = NodeValues.text(pair.source().at("spec", "storage", "storageClass"));
    return corpus
        .find(GroupKind.VOLUME_SNAPSHOT_CLASS, "", snapshots)
        .map(it -> NodeValues.text(it.at("driver")))
        .filter(it -> !it.isEmpty())
        .or(() -> ofClass(corpus, volume));
  }
}
