package dev.mayfly.facts;

import static dev.mayfly.facts.Judgement.refused;
import static dev.mayfly.facts.Judgement.unverifiable;
import static dev.mayfly.facts.Judgement.worrying;

import dev.mayfly.facts.ClusterFacts.SnapshotClass;
import dev.mayfly.facts.ClusterFacts.StorageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the classes of volume and snapshot mean for a clone. */
final class StorageJudge {
  private static final String LONGHORN = "driver.longhorn.io";

  /** A restored volume must be as large as its source (Longhorn, OpenEBS ZFS and LVM docs). */
  private static final Set<String> EQUAL_SIZE =
      Set.of(LONGHORN, "zfs.csi.openebs.io", "local.csi.openebs.io");

  private StorageJudge() {}

  static boolean wantsEqualSize(CloneRequest clone, ClusterFacts facts) {
    return facts
        .storageClass(clone.storageClass())
        .filter(known -> EQUAL_SIZE.contains(known.provisioner()))
        .isPresent();
  }

  static List<Judgement> judge(
      CloneRequest clone, ClusterFacts facts, Optional<String> snapshotClass) {
    List<Judgement> judgements = new ArrayList<>();
    Optional<StorageClass> volumes = facts.storageClass(clone.storageClass());
    Optional<SnapshotClass> snapshots = facts.snapshotClass(snapshotClass.or(clone::snapshotClass));
    volumes.filter(it -> it.provisioner().equals(LONGHORN)).ifPresent(it -> add(it, judgements));
    snapshots.filter(it -> it.driver().equals(LONGHORN)).ifPresent(it -> add(it, judgements));
    if (volumes.isEmpty() || snapshots.isEmpty()) {
      judgements.add(
          unverifiable(
              CloneMismatch.DRIVER,
              "the drivers of volume and snapshot are not both known",
              "list `storageclasses` and `volumesnapshotclasses` in the facts"));
    } else if (!volumes.get().provisioner().equals(snapshots.get().driver())) {
      judgements.add(
          refused(
              CloneMismatch.DRIVER,
              volumes.get().location(),
              "volumes of `%s` come from `%s`, snapshots of `%s` from `%s`"
                  .formatted(
                      volumes.get().name(),
                      volumes.get().provisioner(),
                      snapshots.get().name(),
                      snapshots.get().driver()),
              "a driver restores its own snapshots only; name a class of the same"));
    }
    return judgements;
  }

  /** Without a type Longhorn makes a backup (longhorn-manager, csi/controller_server.go). */
  private static void add(SnapshotClass snapshots, List<Judgement> judgements) {
    String type = snapshots.parameters().getOrDefault("type", "");
    if (!type.equals("snap")) {
      judgements.add(
          refused(
              CloneMismatch.LONGHORN,
              snapshots.location(),
              "the class `%s` has the type `%s`: a restore downloads a backup"
                  .formatted(snapshots.name(), type.isEmpty() ? "bak" : type),
              "set `parameters: {type: snap}`; a class cannot be changed, so make a new one"));
    }
  }

  private static void add(StorageClass volumes, List<Judgement> judgements) {
    String replicas = volumes.parameters().getOrDefault("numberOfReplicas", "3");
    boolean linked = "linked-clone".equals(volumes.parameters().get("cloneMode"));
    if (linked && !"v2".equals(volumes.parameters().get("dataEngine"))) {
      judgements.add(
          refused(
              CloneMismatch.LONGHORN,
              volumes.location(),
              "the class `" + volumes.name() + "` asks the V1 engine for linked clones",
              "set `dataEngine: v2`, or leave `cloneMode` out and pay for a full copy"));
    }
    if ("strict-local".equals(volumes.parameters().get("dataLocality")) && !replicas.equals("1")) {
      judgements.add(
          refused(
              CloneMismatch.LONGHORN,
              volumes.location(),
              "the class `%s` is strict-local with %s replicas".formatted(volumes.name(), replicas),
              "strict-local takes one replica: set `numberOfReplicas: \"1\"`"));
    } else if (!replicas.equals("1")) {
      judgements.add(
          worrying(
              CloneMismatch.LONGHORN,
              volumes.location(),
              "the class `%s` copies each clone %s times".formatted(volumes.name(), replicas),
              "a preview needs one: set `numberOfReplicas: \"1\"`"));
    }
  }
}
