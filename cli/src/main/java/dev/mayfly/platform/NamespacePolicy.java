package dev.mayfly.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where previews live and what bounds them there.
 *
 * @param sharedName the namespace that all previews share, for {@link Strategy#SHARED}
 * @param quota hard limits of a ResourceQuota by resource name
 */
public record NamespacePolicy(
    Strategy strategy,
    Optional<String> sharedName,
    String podSecurity,
    Map<String, String> quota,
    Limits limits,
    List<Egress> egress,
    List<Ingress> ingress,
    ClusterDns dns,
    ApiServer apiServer) {
  public NamespacePolicy {
    egress = List.copyOf(egress);
    ingress = List.copyOf(ingress);
  }

  /** Who makes the namespace. */
  public enum Strategy {
    /** A Namespace manifest in the overlay; created first, deleted last. */
    MANIFEST,
    /** Argo CD, with the tracking id that lets it delete the namespace again. */
    CREATE_NAMESPACE,
    /** It exists and holds production; nothing namespace-wide is rendered. */
    SHARED
  }

  /** Defaults of a container in a LimitRange, by resource name. */
  public record Limits(Map<String, String> defaults, Map<String, String> defaultRequests) {

    public boolean isEmpty() {
      return defaults.isEmpty() && defaultRequests.isEmpty();
    }
  }

  /** Where database pods reach the Kubernetes API, which they need to start. */
  public record ApiServer(String cidr, int port) {}

  public boolean isShared() {
    return strategy == Strategy.SHARED;
  }
}
