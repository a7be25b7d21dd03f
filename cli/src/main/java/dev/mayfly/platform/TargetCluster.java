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
  private static final String OWN = "https://kubernetes.default.svc";

  /** Reads {@code cluster}: the API server's URL, or a map with the name of the cluster. */
  static TargetCluster read(Fields argocd) {
    return argocd.raw("cluster") instanceof MapNode
        ? argocd.requiredMap(
            "cluster", it -> new TargetCluster(true, it.text("name", PlaceSyntaxes.CLUSTER_REF)))
        : new TargetCluster(false, argocd.text("cluster", PlaceSyntaxes.SERVER_URL, OWN));
  }

  /**
   * Whether another is this cluster, as far as words tell. The cluster of Argo CD itself has a name
   * and an address (Argo CD docs, "Declarative Setup").
   */
  public boolean isSame(TargetCluster other) {
    return equals(other) || isOwn() && other.isOwn();
  }

  private boolean isOwn() {
    return value.equals(byName ? "in-cluster" : OWN);
  }
}
