package dev.mayfly.platform;

/**
 * The cluster of all previews, in the very words by which Argo CD knows it. It compares strings, so
 * nothing is normalised (Argo CD, {@code AppProject.isDestinationMatched}).
 *
 * @param byName whether that is the name of the registered cluster, or else its API server's URL
 */
public record TargetCluster(boolean byName, String value) {
  private static final String OWN = "https://kubernetes.default.svc";

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
