package dev.mayfly.leak;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Finding;
import dev.mayfly.preview.PreviewId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a cluster holds of previews that are gone, and what of any preview hangs in deletion. An
 * object that goes with another is counted there and not told of alone.
 */
public final class LeakFinder {
  static final Comparator<ClusterObject> ORDER =
      Comparator.comparing(ClusterObject::preview)
          .thenComparing(it -> LeftKind.of(it.type()).rank())
          .thenComparing(ClusterObject::type)
          .thenComparing(ClusterObject::namespace)
          .thenComparing(ClusterObject::name)
          .thenComparing(ClusterObject::uid);

  private final ListedCluster cluster;
  private final Predicate<PreviewId> held;
  private final String owner;
  private final Instant now;
  private final Map<String, ClusterObject> byName = new HashMap<>();
  private final Map<PreviewId, ClusterObject> applications = new HashMap<>();
  private final Map<ClusterObject, Integer> goWith = new IdentityHashMap<>();

  /**
   * @param held whether a preview shall be there
   * @param owner who says so, such as {@code Git does not hold}
   * @param now when the cluster was listed
   */
  public LeakFinder(ListedCluster cluster, Predicate<PreviewId> held, String owner, Instant now) {
    this.cluster = cluster;
    this.held = held;
    this.owner = owner;
    this.now = now;
    for (ClusterObject object : cluster.ours()) {
      byName.put(key(object.type(), object.namespace(), object.name()), object);
      if (object.is(GroupKind.APPLICATION)) {
        applications.put(object.preview(), object);
      }
    }
  }

  /** All of them, in the order of the previews, and of each first what others go with. */
  public List<Finding> find() {
    List<ClusterObject> left = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (ClusterObject object : cluster.ours()) {
      Optional<StuckDeletion> hang = StuckDeletion.of(object, cluster, now);
      if (hang.isPresent()) {
        findings.add(LeakWords.hanging(object, hang.get(), cluster));
      } else if (object.deletedAt().isEmpty() && isLeft(object)) {
        Optional<ClusterObject> carrier = carrier(object);
        carrier.ifPresent(it -> goWith.merge(it, 1, Integer::sum));
        if (carrier.isEmpty() && !goesWithItsOwner(object)) {
          left.add(object);
        }
      }
    }
    for (ClusterObject object : left) {
      String missed = held.test(object.preview()) ? "" : ", which " + owner;
      int more = goWith.getOrDefault(object, 0);
      findings.add(LeakWords.leaked(object, missed, more, cluster));
    }
    return findings;
  }

  /** How many objects are being deleted and have not taken long. */
  public long going() {
    return cluster.ours().stream()
        .filter(it -> it.deletedAt().isPresent() && StuckDeletion.of(it, cluster, now).isEmpty())
        .count();
  }

  /** Storage may outlive what it was made for, even while the preview is there. */
  private boolean isLeft(ClusterObject object) {
    if (object.is(GroupKind.PERSISTENT_VOLUME)) {
      return List.of("Released", "Failed").contains(object.text("status", "phase"));
    }
    if (object.is(GroupKind.VOLUME_SNAPSHOT_CONTENT)) {
      return lacksSnapshot(object);
    }
    return !held.test(object.preview());
  }

  /**
   * Whether the VolumeSnapshot of a content is sure to be gone. Of a preview's own namespace it is
   * asked no more than whether that is there.
   */
  private boolean lacksSnapshot(ClusterObject content) {
    String namespace = content.text("spec", "volumeSnapshotRef", "namespace");
    String name = content.text("spec", "volumeSnapshotRef", "name");
    return cluster.isOfPreview(namespace)
        ? cluster.isListed(GroupKind.NAMESPACE, "")
            && find(GroupKind.NAMESPACE, "", namespace).isEmpty()
        : cluster.isListed(GroupKind.VOLUME_SNAPSHOT, namespace)
            && find(GroupKind.VOLUME_SNAPSHOT, namespace, name).isEmpty();
  }

  /** What takes the object with it: its namespace, or the Application that made it. */
  private Optional<ClusterObject> carrier(ClusterObject object) {
    return find(GroupKind.NAMESPACE, "", object.namespace())
        .filter(it -> it.deletedAt().isPresent() || isLeft(it))
        .or(() -> application(object));
  }

  private Optional<ClusterObject> application(ClusterObject object) {
    return Optional.ofNullable(applications.get(object.preview()))
        .filter(it -> Attribution.isTracked(object.node()))
        .filter(it -> it.finalizers().stream().anyMatch(ArgoMetadata::cascades));
  }

  /** Owned objects are deleted with the last of their owners, by Kubernetes itself. */
  private boolean goesWithItsOwner(ClusterObject object) {
    List<String> owners = object.owners();
    return !owners.isEmpty()
        && !object.is(GroupKind.APPLICATION)
        && owners.stream().noneMatch(cluster::isStranger);
  }

  private Optional<ClusterObject> find(GroupKind type, String namespace, String name) {
    return Optional.ofNullable(byName.get(key(type, namespace, name)));
  }

  private static String key(GroupKind type, String namespace, String name) {
    return type + " " + namespace + "/" + name;
  }
}
