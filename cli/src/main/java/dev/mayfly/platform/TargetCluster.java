package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.MapNode;

/**
 * The cluster of all previews, in the very words by which Argo CD knows it. It compares strings, so
 * nothing is normalised (Argo CD, {@code AppProject.isDestinationMatched}).
 *
 * @param byName whether that is the name of the registered cluster, or else its API server's URL
 */
public record TargetCluster(boolean byName, String value) {
  /** The URL and the name of Argo CD's own cluster (Argo CD, {@code util/db/cluster.go}). */
  public static final String OWN_SERVER = "https://kubernetes.default.svc";

  public static final String OWN_NAME = "in-cluster";

  /** Reads {@code cluster}: the API server's URL, or a map with the name of the cluster. */
  static TargetCluster read(Fields argocd) {
    return argocd.raw("cluster") instanceof MapNode
        ? argocd.requiredMap(
            "cluster", it -> new TargetCluster(true, it.text("name", PlaceSyntaxes.CLUSTER_REF)))
        : new TargetCluster(false, argocd.text("cluster", PlaceSyntaxes.SERVER_URL, OWN_SERVER));
  }

  /** Whether another is this cluster, as far as words tell. */
  public boolean isSame(TargetCluster other) {
    return equals(other) || isOwn() && other.isOwn();
  }

  /**
   * Whether it is the cluster of Argo CD itself, which has a name and an address (Argo CD docs,
   * "Declarative Setup").
   */
  public boolean isOwn() {
    return value.equals(byName ? OWN_NAME : OWN_SERVER);
  }
}
