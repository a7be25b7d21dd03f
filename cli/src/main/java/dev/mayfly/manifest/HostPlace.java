package dev.mayfly.manifest;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an object of a kind says which hosts it answers for.
 *
 * @param steps keys, where {@code *} is each item of a list
 * @param required whether leaving it out means every host
 */
public record HostPlace(GroupKind kind, List<String> steps, boolean required) {
  static final String GATEWAY_API = "gateway.networking.k8s.io";

  private static final Set<String> NO_ROUTES =
      Set.of("Certificate", "DNSEndpoint", "DestinationRule", "ServiceEntry");

  /** What Traefik's own routes are called, in the group of today and the one before it. */
  public static final Set<String> TRAEFIK = Set.of("traefik.io", "traefik.containo.us");

  /**
   * Annotations by which any object claims a host (external-dns docs, "Annotations"; ingress-nginx
   * docs, "Annotations").
   */
  public static final List<String> ANNOTATIONS =
      List.of(
          "external-dns.alpha.kubernetes.io/hostname",
          "external-dns.alpha.kubernetes.io/internal-hostname",
          "nginx.ingress.kubernetes.io/server-alias");

  public static final List<HostPlace> ALL =
      List.of(
          of("networking.k8s.io", "Ingress", "spec.rules.*.host", true),
          of("networking.k8s.io", "Ingress", "spec.tls.*.hosts.*", false),
          of(GATEWAY_API, "HTTPRoute", "spec.hostnames.*", true),
          of(GATEWAY_API, "GRPCRoute", "spec.hostnames.*", true),
          of(GATEWAY_API, "TLSRoute", "spec.hostnames.*", true),
          of(GATEWAY_API, "TCPRoute", "spec.hostnames.*", true),
          of(GATEWAY_API, "UDPRoute", "spec.hostnames.*", true),
          of(GATEWAY_API, "Gateway", "spec.listeners.*.hostname", true),
          of(GATEWAY_API, "ListenerSet", "spec.listeners.*.hostname", true),
          of("gateway.networking.x-k8s.io", "XListenerSet", "spec.listeners.*.hostname", true),
          of("networking.istio.io", "VirtualService", "spec.hosts.*", true),
          of("networking.istio.io", "Gateway", "spec.servers.*.hosts.*", true),
          of("networking.istio.io", "ServiceEntry", "spec.hosts.*", true),
          of("networking.istio.io", "DestinationRule", "spec.host", true),
          of("route.openshift.io", "Route", "spec.host", true),
          of("k8s.nginx.org", "VirtualServer", "spec.host", true),
          of("k8s.nginx.org", "VirtualServerRoute", "spec.host", true),
          of("k8s.nginx.org", "TransportServer", "spec.host", false),
          of("zalando.org", "RouteGroup", "spec.hosts.*", true),
          of("apisix.apache.org", "ApisixRoute", "spec.http.*.match.hosts.*", true),
          of("getambassador.io", "Mapping", "spec.hostname", true),
          of("getambassador.io", "Host", "spec.hostname", true),
          of("gateway.solo.io", "VirtualService", "spec.virtualHost.domains.*", true),
          of("projectcontour.io", "HTTPProxy", "spec.virtualhost.fqdn", true),
          of("cert-manager.io", "Certificate", "spec.dnsNames.*", false),
          of("cert-manager.io", "Certificate", "spec.commonName", false),
          of("externaldns.k8s.io", "DNSEndpoint", "spec.endpoints.*.dnsName", true));

  private static HostPlace of(String group, String kind, String path, boolean required) {
    return new HostPlace(new GroupKind(group, kind), List.of(path.split("\\.")), required);
  }

  /** The hosts that an object of the kind names there. */
  public List<ScalarNode> hosts(Node object) {
    return at(object, steps)
        .filter(ScalarNode.class::isInstance)
        .map(ScalarNode.class::cast)
        .toList();
  }

  /** What stands under steps like those of a place. */
  static Stream<Node> at(@Nullable Node node, List<String> steps) {
    if (node == null || steps.isEmpty()) {
      return Stream.ofNullable(node);
    }
    List<String> rest = steps.subList(1, steps.size());
    return steps.getFirst().equals("*")
        ? NodeValues.items(node).stream().flatMap(item -> at(item, rest))
        : at(node.at(steps.getFirst()), rest);
  }

  /** Whether an object of the kind leads traffic to the host, and does not only name it. */
  public boolean leads() {
    return required && !NO_ROUTES.contains(kind.kind());
  }

  /** Whether it is a route of the Gateway API, which also says what it attaches to. */
  public static boolean isRoute(GroupKind kind) {
    return kind.group().equals(GATEWAY_API) && kind.kind().endsWith("Route");
  }

  /** Whether it is a route of Traefik, which has its hosts in rules of a language of its own. */
  public static boolean isTraefik(GroupKind kind) {
    return TRAEFIK.contains(kind.group()) && kind.kind().startsWith("IngressRoute");
  }

  /** How a rule of Traefik begins that is for this host; more may follow behind {@code &&}. */
  public static List<String> traefikRules(String host) {
    return List.of("Host(`" + host + "`)", "HostSNI(`" + host + "`)");
  }
}
