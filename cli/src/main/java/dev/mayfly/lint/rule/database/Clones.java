package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.ArrayList;
import java.util.List;

/** Clusters that start from the data of another, where both stand in the same corpus. */
final class Clones {
  private Clones() {}

  /**
   * A clone, where its data come from, and the backup that carries them.
   *
   * @param fromSnapshot whether volumes are copied as they are; an archive is replayed otherwise
   */
  record Clone(Resource cluster, Resource source, Resource backup, boolean fromSnapshot) {
    /**
     * Whether the source was shut down for it; the backup's own word counts before the source's.
     */
    boolean isCold() {
      Node own = backup.at("spec", "online");
      Node usual = source.at("spec", "backup", "volumeSnapshot", "online");
      Node online = own == null ? usual : own;
      return online != null && NodeValues.isFalse(online);
    }
  }

  /** All whose names and places no kustomization may still change. */
  static List<Clone> of(Corpus corpus) {
    List<Clone> clones = new ArrayList<>();
    for (Resource cluster : corpus.of(GroupKind.CLUSTER)) {
      Node recovery = cluster.at("spec", "bootstrap", "recovery");
      if (recovery == null || corpus.mayChange(cluster, "namespace", "namePrefix", "nameSuffix")) {
        continue;
      }
      String named = recovery.textOrEmpty("backup", "name");
      String snapshot = recovery.textOrEmpty("volumeSnapshots", "storage", "name");
      String name = named.isEmpty() ? snapshot : named;
      corpus
          .find(GroupKind.BACKUP, cluster.namespace(), name)
          .ifPresent(backup -> add(corpus, cluster, backup, named.isEmpty(), clones));
    }
    return clones;
  }

  private static void add(
      Corpus corpus, Resource cluster, Resource backup, boolean direct, List<Clone> clones) {
    boolean snapshot = direct || "volumeSnapshot".equals(backup.textAt("spec", "method"));
    corpus
        .find(GroupKind.CLUSTER, cluster.namespace(), backup.textOrEmpty("spec", "cluster", "name"))
        .filter(source -> !corpus.mayChange(source))
        .ifPresent(source -> clones.add(new Clone(cluster, source, backup, snapshot)));
  }
}
