package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Optional;

/** A rule about a clone and the cluster its data come from, where both stand in the same corpus. */
interface CloneRule extends CorpusRule {
  /**
   * A clone, where its data come from, and the backup that carries them.
   *
   * @param fromSnapshot whether volumes are copied as they are; an archive is replayed otherwise
   */
  record Clone(Resource cluster, Resource source, Resource backup, boolean fromSnapshot) {
    /** Empty where a kustomization may still change names and places. */
    private static Optional<Clone> of(Corpus corpus, Resource cluster) {
      Node recovery = cluster.at("spec", "bootstrap", "recovery");
      if (recovery == null || corpus.mayChange(cluster, "namespace", "namePrefix", "nameSuffix")) {
        return Optional.empty();
      }
      String named = recovery.textOrEmpty("backup", "name");
      String snapshot = recovery.textOrEmpty("volumeSnapshots", "storage", "name");
      return corpus
          .find(GroupKind.BACKUP, cluster.namespace(), named.isEmpty() ? snapshot : named)
          .flatMap(backup -> of(corpus, cluster, backup, named.isEmpty()));
    }

    private static Optional<Clone> of(
        Corpus corpus, Resource cluster, Resource backup, boolean direct) {
      boolean snapshot = direct || "volumeSnapshot".equals(backup.textAt("spec", "method"));
      String source = backup.textOrEmpty("spec", "cluster", "name");
      return corpus
          .find(GroupKind.CLUSTER, cluster.namespace(), source)
          .filter(it -> !corpus.mayChange(it))
          .map(it -> new Clone(cluster, it, backup, snapshot));
    }

    /**
     * Whether the source was shut down for it; the backup's own word counts before the source's.
     */
    boolean isCold() {
      Node own = backup.at("spec", "online");
      Node usual = source.at("spec", "backup", "volumeSnapshot", "online");
      return NodeValues.isFalse(own == null ? usual : own);
    }

    /** The driver that takes the snapshots of the source: what its class says, else its volume. */
    Optional<String> driver(Corpus corpus) {
      String snapshots = source.textOrEmpty("spec", "backup", "volumeSnapshot", "className");
      String volume = source.textOrEmpty("spec", "storage", "storageClass");
      return corpus
          .find(GroupKind.VOLUME_SNAPSHOT_CLASS, "", snapshots)
          .map(it -> it.textOrEmpty("driver"))
          .filter(it -> !it.isEmpty())
          .or(() -> driverOf(corpus, volume));
    }

    /** The driver behind a storage class that stands in the corpus. */
    static Optional<String> driverOf(Corpus corpus, String storageClass) {
      return corpus
          .find(GroupKind.STORAGE_CLASS, "", storageClass)
          .filter(it -> !corpus.mayChange(it))
          .map(it -> it.textOrEmpty("provisioner"))
          .filter(it -> !it.isEmpty());
    }
  }

  @Override
  default void check(Corpus corpus, Findings out) {
    for (Resource cluster : corpus.of(GroupKind.CLUSTER)) {
      Clone.of(corpus, cluster).ifPresent(clone -> check(corpus, clone, out.about(cluster)));
    }
  }

  void check(Corpus corpus, Clone clone, Findings out);
}
