package dev.mayfly.facts;

import dev.mayfly.diagnostic.Problems;
import dev.mayfly.facts.ClusterFacts.Name;
import dev.mayfly.facts.ClusterFacts.Role;
import dev.mayfly.facts.ClusterFacts.SnapshotClass;
import dev.mayfly.facts.ClusterFacts.SourceCluster;
import dev.mayfly.facts.ClusterFacts.StorageClass;
import dev.mayfly.facts.ClusterFacts.TakenBackup;
import dev.mayfly.facts.ClusterFacts.TakenSnapshot;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what {@code kubectl get -o json} prints. Labels, annotations and fields are those that
 * CloudNativePG and the snapshot controller set (CloudNativePG, pkg/utils/labels_annotations.go;
 * external-snapshotter, VolumeSnapshot CRD).
 */
final class ListedFacts {
  private static final String DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";

  private final List<TakenBackup> backups = new ArrayList<>();
  private final List<TakenSnapshot> snapshots = new ArrayList<>();
  private final List<SourceCluster> clusters = new ArrayList<>();
  private final List<StorageClass> storageClasses = new ArrayList<>();
  private final List<SnapshotClass> snapshotClasses = new ArrayList<>();

  private final ListedPolicies admission = new ListedPolicies();

  /** The largest data volume of each cluster, which may have grown past what its spec says. */
  private final Map<String, Quantity> volumes = new HashMap<>();

  private ListedFacts() {}

  static ClusterFacts read(Node list, Problems problems) {
    ListedFacts facts = new ListedFacts();
    if (list.at("items") instanceof ListNode items) {
      items.items().forEach(item -> facts.add(new FactObject(item, problems)));
    } else {
      problems.error("wrong-type", list.location(), "this list has no `items`");
    }
    return new ClusterFacts(
        Optional.empty(),
        facts.backups,
        facts.snapshots,
        facts.clusters.stream().map(facts::withVolume).toList(),
        facts.storageClasses,
        facts.snapshotClasses,
        facts.admission.policies());
  }

  private void add(FactObject object) {
    switch (object.type()) {
      case "postgresql.cnpg.io/Backup" -> backups.add(backup(object));
      case "snapshot.storage.k8s.io/VolumeSnapshot" -> snapshots.add(snapshot(object));
      case "postgresql.cnpg.io/Cluster" -> clusters.add(cluster(object));
      case "PersistentVolumeClaim" -> volume(object);
      case "storage.k8s.io/StorageClass" -> storageClasses.add(storageClass(object));
      case "snapshot.storage.k8s.io/VolumeSnapshotClass" ->
          snapshotClasses.add(snapshotClass(object));
      case "admissionregistration.k8s.io/ValidatingAdmissionPolicy" ->
          admission.policy(object.object());
      case "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding" ->
          admission.binding(object.object());
      default -> {
        // A listing may hold anything; the rest says nothing that is asked.
      }
    }
  }

  private static TakenBackup backup(FactObject object) {
    return new TakenBackup(
        object.name(),
        object.text(Syntaxes.OBJECT_NAME, "spec", "cluster", "name").orElse(""),
        new BackupPhase(object.text(FactSyntaxes.WORD, "status", "phase").orElse("")),
        object.time("status", "stoppedAt"),
        object.major("status", "majorVersion"),
        object.location());
  }

  private static TakenSnapshot snapshot(FactObject object) {
    return new TakenSnapshot(
        object.name(),
        object.text(Syntaxes.OBJECT_NAME, "metadata", "labels", "cnpg.io/backupName"),
        role(object, "annotations"),
        object.quantity("status", "restoreSize"),
        object.flag("status", "readyToUse"),
        object.text(Syntaxes.OBJECT_NAME, "spec", "volumeSnapshotClassName"),
        object.major("metadata", "labels", "cnpg.io/majorVersion"),
        object.time("status", "creationTime"),
        object.location());
  }

  /** The role of a volume, which CloudNativePG labels on claims and annotates on snapshots. */
  private static Role role(FactObject object, String where) {
    return switch (object
        .text(FactSyntaxes.WORD, "metadata", where, "cnpg.io/pvcRole")
        .orElse("PG_DATA")) {
      case "PG_WAL" -> Role.WAL;
      case "PG_TABLESPACE" -> Role.TABLESPACE;
      default -> Role.DATA;
    };
  }

  private static SourceCluster cluster(FactObject object) {
    Optional<Integer> major =
        object
            .major("status", "pgDataImageInfo", "majorVersion")
            .or(() ->
                object.text(FactSyntaxes.IMAGE, "status", "image").flatMap(CloneRequest::major))
            .or(() ->
                object.text(FactSyntaxes.IMAGE, "spec", "imageName").flatMap(CloneRequest::major));
    int tablespaces =
        object.object().at("spec", "tablespaces") instanceof ListNode list
            ? list.items().size()
            : 0;
    return new SourceCluster(
        object.name(),
        major,
        object.quantity("spec", "storage", "size"),
        object.has("spec", "walStorage"),
        tablespaces,
        object.location());
  }

  private void volume(FactObject object) {
    Optional<String> cluster =
        object.text(Syntaxes.OBJECT_NAME, "metadata", "labels", "cnpg.io/cluster");
    Optional<Quantity> size = object.quantity("status", "capacity", "storage");
    if (cluster.isPresent() && size.isPresent() && role(object, "labels") == Role.DATA) {
      volumes.merge(
          key(object.name().namespace(), cluster.get()),
          size.get(),
          (one, other) -> one.compareTo(other) < 0 ? other : one);
    }
  }

  private SourceCluster withVolume(SourceCluster cluster) {
    Name name = cluster.name();
    Optional<Quantity> size =
        Optional.ofNullable(volumes.get(key(name.namespace(), name.name()))).or(cluster::size);
    return new SourceCluster(
        name,
        cluster.major(),
        size,
        cluster.separateWal(),
        cluster.tablespaces(),
        cluster.location());
  }

  private static String key(String namespace, String cluster) {
    return namespace + "/" + cluster;
  }

  private static StorageClass storageClass(FactObject object) {
    return new StorageClass(
        object.name().name(),
        object.text(Syntaxes.OBJECT_NAME, "provisioner").orElse(""),
        object.parameters(),
        object.flag("metadata", "annotations", DEFAULT_CLASS).orElse(false),
        object.location());
  }

  private static SnapshotClass snapshotClass(FactObject object) {
    return new SnapshotClass(
        object.name().name(),
        object.text(Syntaxes.OBJECT_NAME, "driver").orElse(""),
        object.parameters(),
        object.location());
  }
}
