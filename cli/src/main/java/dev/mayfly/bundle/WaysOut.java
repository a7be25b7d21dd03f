package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.kubernetes.LabelSelector;
import dev.mayfly.kubernetes.NetworkPolicy;
import dev.mayfly.platform.Cidr;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;

/**
 * Where the policies of a preview let its pods connect to, those of its bundle and its platform's
 * templates too: what any of them allows is allowed (Kubernetes docs, "Network Policies"). What is
 * not known counts as allowed.
 *
 * @param closed whether anything is refused at all
 * @param exits all that is allowed
 */
record WaysOut(boolean closed, List<NetworkPolicy.Exit> exits, String home) {
  /** Networks with policies of their own, which let out more (Cilium and Calico docs). */
  private static final Set<String> OTHERS =
      Set.of("cilium.io", "crd.projectcalico.org", "projectcalico.org");

  static WaysOut of(Bundle bundle) {
    List<BundleObject> objects = bundle.withOverlay().toList();
    List<NetworkPolicy> policies =
        objects.stream()
            .filter(it -> it.type().equals(GroupKind.NETWORK_POLICY))
            .filter(bundle::isHome)
            .map(it -> new NetworkPolicy(it.root()))
            .filter(it -> !isOfDatabase(it))
            .toList();
    boolean closed =
        objects.stream().noneMatch(it -> OTHERS.contains(it.group()))
            && policies.stream().anyMatch(it -> it.says("Egress"));
    return new WaysOut(
        closed, policies.stream().flatMap(it -> it.exits().stream()).toList(), bundle.namespace());
  }

  /** Pods of a cluster are CloudNativePG's own; no setting of the app is read there. */
  private static boolean isOfDatabase(NetworkPolicy policy) {
    return policy.pods().labels().stream().anyMatch(it -> it.key().text().startsWith("cnpg.io/"));
  }

  boolean mayReach(NamedHost named) {
    boolean here = !named.host().contains(".") && !named.host().contains(":");
    boolean own = named.namespace().map(home::equals).orElse(false);
    return !closed || here || own || isLoopback(named.host()) || isAllowed(named);
  }

  private boolean isAllowed(NamedHost named) {
    return exits.stream()
        .filter(exit -> exit.isFor(named.port()))
        .anyMatch(exit ->
            exit.peers().isEmpty() || exit.peers().stream().anyMatch(peer -> holds(peer, named)));
  }

  private static boolean holds(Node peer, NamedHost named) {
    Node block = peer.at("ipBlock");
    if (block != null) {
      return named.namespace().isEmpty() && holdsAddress(block, named.host());
    }
    Node namespaces = peer.at("namespaceSelector");
    return new LabelSelector(namespaces)
        .value(KubernetesMetadata.NAMESPACE_NAME)
        .map(named.namespace().orElse(named.lastLabel())::equals)
        .orElse(namespaces != null);
  }

  /** Which addresses a name has is not known, so that any range may hold it. */
  private static boolean holdsAddress(Node block, String host) {
    return !Syntaxes.ADDRESS.matches(host)
        || !Syntaxes.CIDR.matches(block.textOrEmpty("cidr"))
        || Cidr.takesIn(block, host);
  }

  private static boolean isLoopback(String host) {
    return host.matches("127\\..*|0\\.0\\.0\\.0|::1?");
  }
}
