package dev.mayfly.platform;

import dev.mayfly.kubernetes.UsualResources;
import dev.mayfly.yaml.Fields;
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
    PodSecurity podSecurity,
    Map<String, String> quota,
    Limits limits,
    List<Peer> egress,
    List<Peer.Source> ingress,
    ClusterDns dns,
    ApiServer apiServer) {
  public NamespacePolicy {
    egress = List.copyOf(egress);
    ingress = List.copyOf(ingress);
  }

  static NamespacePolicy read(Fields namespace) {
    Strategy strategy = namespace.choice("strategy", Strategy.values()).orElse(Strategy.MANIFEST);
    return new NamespacePolicy(
        strategy,
        strategy == Strategy.SHARED
            ? Optional.of(namespace.text("name", Syntaxes.DNS_LABEL))
            : Optional.empty(),
        PodSecurity.of(namespace.text("podSecurity", Syntaxes.POD_SECURITY, "restricted")),
        namespace.textMap("quota", Syntaxes.RESOURCE_NAME, Syntaxes.QUANTITY),
        namespace.mapOrEmpty("limits", Limits::read),
        namespace.maps("egress", Peer::target),
        namespace.maps("ingress", Peer::source),
        namespace.mapOrEmpty("dns", ClusterDns::read),
        namespace.mapOrEmpty("apiServer", ApiServer::read));
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
    private static Limits read(Fields limits) {
      return new Limits(
          limits.textMap("default", Syntaxes.RESOURCE_NAME, Syntaxes.QUANTITY),
          limits.textMap("defaultRequest", Syntaxes.RESOURCE_NAME, Syntaxes.QUANTITY));
    }

    public UsualResources usual() {
      return UsualResources.of(defaults, defaultRequests);
    }

    public boolean isEmpty() {
      return defaults.isEmpty() && defaultRequests.isEmpty();
    }
  }

  /** Where database pods reach the Kubernetes API, which they need to start. */
  public record ApiServer(String cidr, int port) {
    private static ApiServer read(Fields api) {
      return new ApiServer(
          api.text("cidr", Syntaxes.CIDR, "0.0.0.0/0"), api.integer("port", 1, 65535).orElse(6443));
    }
  }

  public boolean isShared() {
    return strategy == Strategy.SHARED;
  }
}
