package dev.mayfly.lint;

import dev.mayfly.argocd.SyncOrder;
import dev.mayfly.argocd.SyncPhase;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.kubernetes.Pods;
import dev.mayfly.yaml.Keyed;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One Kubernetes object found in a stream.
 *
 * @param namespace what {@code metadata.namespace} says; empty when it says nothing
 * @param directory the folder of the file, without a slash at its end; empty at the top
 * @param root the whole object
 */
public record Resource(
    GroupKind type,
    String apiVersion,
    String name,
    String namespace,
    String directory,
    MapNode root)
    implements Keyed {

  /** The object a map stands for, or null where the map is no Kubernetes object. */
  static @Nullable Resource of(MapNode root) {
    String apiVersion = root.textAt("apiVersion");
    String kind = root.textAt("kind");
    if (apiVersion == null || kind == null) {
      return null;
    }
    String name = root.textAt("metadata", "name");
    String namespace = root.textAt("metadata", "namespace");
    return new Resource(
        GroupKind.of(root),
        apiVersion,
        name == null ? "" : name,
        namespace == null ? "" : namespace,
        RelativePath.parent(root.location().file()),
        root);
  }

  /** The same object with another entry in place of the one of the same key. */
  Resource with(MapNode.Entry entry) {
    return new Resource(type, apiVersion, name, namespace, directory, root.with(entry));
  }

  public String kind() {
    return type.kind();
  }

  /** An object is the place where it stands; two of the same content are two. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Resource resource && isSameNode(resource.root, root);
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(root);
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSameNode(Node one, Node other) {
    return one == other;
  }

  public boolean is(GroupKind other) {
    return type.equals(other);
  }

  public String file() {
    return root.location().file();
  }

  @Override
  public @Nullable Node at(String... path) {
    return root.at(path);
  }

  /** The pod that it makes; null where it makes none. */
  public @Nullable Node pod() {
    return Pods.of(root);
  }

  public @Nullable String annotation(String key) {
    return root.textAt("metadata", "annotations", key);
  }

  /** Whether it is for tools, so that neither kustomize nor Argo CD applies it. */
  public boolean isLocal() {
    return annotation(KubernetesMetadata.LOCAL_CONFIG) != null;
  }

  /** When a sync applies it; empty for what no ordinary sync does. */
  public Optional<SyncOrder> order() {
    return isLocal()
        ? Optional.empty()
        : SyncOrder.of(this::annotationOrEmpty).filter(it -> it.phase() != SyncPhase.SYNC_FAIL);
  }

  public long wave() {
    return SyncOrder.wave(this::annotationOrEmpty);
  }

  private String annotationOrEmpty(String key) {
    return root.textOrEmpty("metadata", "annotations", key);
  }

  /** Where to point when the object as a whole is meant: its name, else its kind. */
  public Node subject() {
    Node name = root.at("metadata", "name");
    Node kind = root.at("kind");
    return name != null ? name : kind != null ? kind : root;
  }

  /**
   * Where to point when the field under a path is missing: the key of the deepest map that does
   * exist, else the object itself.
   */
  public Node nearest(String... path) {
    Node key = root.nearestKey(path);
    return key == null ? subject() : key;
  }

  /** Kind and name as messages and reports show them. */
  public String title() {
    return kind() + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }

  public Location location() {
    return subject().location();
  }
}
