package dev.mayfly.argocd;

import dev.mayfly.platform.TargetCluster;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A cluster that Argo CD knows (Argo CD docs, "Declarative setup", Clusters).
 *
 * @param project empty where the cluster is of no project
 * @param isWritten whether a Secret holds it; only the cluster that Argo CD runs in needs none
 */
public record RegisteredCluster(
    String name,
    String server,
    String project,
    SortedMap<String, String> labels,
    SortedMap<String, String> annotations,
    boolean isWritten) {
  /** The cluster that Argo CD runs in, where no Secret holds it. */
  static RegisteredCluster unwritten() {
    return new RegisteredCluster(
        TargetCluster.OWN_NAME,
        TargetCluster.OWN_SERVER,
        "",
        new TreeMap<>(),
        new TreeMap<>(),
        false);
  }

  boolean isLocal() {
    return server.equals(TargetCluster.OWN_SERVER);
  }
}
