package dev.mayfly.argocd;

import dev.mayfly.platform.TargetCluster;
import java.util.SortedMap;

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
  boolean isLocal() {
    return server.equals(TargetCluster.OWN_SERVER);
  }
}
