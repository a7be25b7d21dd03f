package dev.mayfly.facts;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.YamlReader;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a cluster at one moment. Nothing in it is sure to be whole: what is missing was
 * not listed, which is not the same as not there.
 *
 * @param observedAt when it was listed; the clock of age
 * @param policies admission policies; empty when neither they nor their bindings were listed
 */
public record ClusterFacts(
    Optional<Instant> observedAt,
    List<TakenBackup> backups,
    List<TakenSnapshot> snapshots,
    List<SourceCluster> clusters,
    List<StorageClass> storageClasses,
    List<SnapshotClass> snapshotClasses,
    Optional<List<AppliedPolicy>> policies) {
  /** Listings hold a whole production Cluster in each snapshot's annotation. */
  public static final Budget BUDGET = new Budget(8 << 20, 64, 500_000, false);

  public ClusterFacts {
    policies = policies.map(List::copyOf);
    backups = List.copyOf(backups);
    snapshots = List.copyOf(snapshots);
    clusters = List.copyOf(clusters);
    storageClasses = List.copyOf(storageClasses);
    snapshotClasses = List.copyOf(snapshotClasses);
  }

  /** A name in a namespace. */
  public record Name(String namespace, String name) {}

  /**
   * A CloudNativePG Backup.
   *
   * @param cluster what it was taken of
   */
  public record TakenBackup(
      Name name,
      String cluster,
      BackupPhase phase,
      Optional<Instant> stoppedAt,
      Optional<Integer> major,
      Location location) {}

  /** What a snapshot holds. */
  public enum Role {
    DATA,
    WAL,
    TABLESPACE
  }

  /**
   * A VolumeSnapshot.
   *
   * @param backup the Backup it is part of
   */
  public record TakenSnapshot(
      Name name,
      Optional<String> backup,
      Role role,
      Optional<Quantity> restoreSize,
      Optional<Boolean> ready,
      Optional<String> snapshotClass,
      Optional<Integer> major,
      Optional<Instant> takenAt,
      Location location) {}

  /** A CloudNativePG Cluster that clones may be made of. */
  public record SourceCluster(
      Name name,
      Optional<Integer> major,
      Optional<Quantity> size,
      boolean separateWal,
      int tablespaces,
      Location location) {}

  /** A StorageClass. */
  public record StorageClass(
      String name,
      String provisioner,
      Map<String, String> parameters,
      boolean byDefault,
      Location location) {}

  /** A VolumeSnapshotClass. */
  public record SnapshotClass(
      String name, String driver, Map<String, String> parameters, Location location) {}

  /**
   * Reads a file: our own kind, strictly, or what {@code kubectl get -o json} (or {@code -o yaml})
   * prints, leniently about the fields that nobody asks for.
   *
   * @throws ProblemsException (configuration) with every problem found
   */
  public static ClusterFacts read(String name, byte[] bytes) {
    ReadResult read =
        isJson(bytes)
            ? new JsonReader(BUDGET).read(name, bytes)
            : new YamlReader(BUDGET).read(name, bytes);
    Node document = read.single(Fault.CONFIGURATION);
    Problems problems = new Problems();
    ClusterFacts facts = read(document, problems);
    problems.throwIfAny(Fault.CONFIGURATION);
    return facts;
  }

  /** Reads a document; what is wrong goes to the problems. */
  public static ClusterFacts read(Node document, Problems problems) {
    String kind = document.textAt("kind");
    if ("ClusterFacts".equals(kind)) {
      return WrittenFacts.read(document, problems);
    }
    if (document instanceof MapNode && kind != null && kind.endsWith("List")) {
      return ListedFacts.read(document, problems);
    }
    problems.add(
        Problem.error(
            "no-facts",
            document.location(),
            "the document does not hold facts of a cluster",
            "write kind ClusterFacts, or give what `kubectl get ... -o json` prints"));
    return WrittenFacts.NONE;
  }

  private static boolean isJson(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r')) {
      at++;
    }
    return at < bytes.length && bytes[at] == '{';
  }

  public ClusterFacts observedAt(Instant when) {
    return new ClusterFacts(
        Optional.of(when), backups, snapshots, clusters, storageClasses, snapshotClasses, policies);
  }

  Optional<TakenBackup> backup(Name name) {
    return backups.stream().filter(backup -> backup.name().equals(name)).findFirst();
  }

  Optional<SourceCluster> cluster(Name name) {
    return clusters.stream().filter(cluster -> cluster.name().equals(name)).findFirst();
  }

  List<TakenSnapshot> snapshotsOf(Name backup) {
    return snapshots.stream()
        .filter(snapshot -> snapshot.name().namespace().equals(backup.namespace()))
        .filter(snapshot -> snapshot.backup().equals(Optional.of(backup.name())))
        .sorted(Comparator.comparing(snapshot -> snapshot.name().name()))
        .toList();
  }

  Stream<TakenSnapshot> snapshot(Name name) {
    return snapshots.stream().filter(snapshot -> snapshot.name().equals(name)).limit(1);
  }

  /** The class of this name, or the cluster's default where none is named. */
  Optional<StorageClass> storageClass(Optional<String> name) {
    return storageClasses.stream()
        .filter(known -> name.map(known.name()::equals).orElse(known.byDefault()))
        .findFirst();
  }

  Optional<SnapshotClass> snapshotClass(Optional<String> name) {
    return snapshotClasses.stream()
        .filter(known -> name.equals(Optional.of(known.name())))
        .findFirst();
  }
}
