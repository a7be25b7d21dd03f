package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.platform.Cidr;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the policies of a preview let its pods connect to, those of its bundle and its platform's
 * templates too: what any of them allows is allowed (Kubernetes docs, "Network Policies"). What is
 * not known counts as allowed.
 *
 * @param closed whether anything is refused at all
 * @param rules all that is allowed
 */
record WaysOut(boolean closed, List<Node> rules, String home) {
  private static final String NAMESPACE = "kubernetes.io/metadata.name";
  private static final Set<String> DNS = Set.of("53", "5353");

  /** Networks with policies of their own, which let out more (Cilium and Calico docs). */
  private static final Set<String> OTHERS =
      Set.of("cilium.io", "crd.projectcalico.org", "projectcalico.org");

  static WaysOut of(Bundle bundle) {
    List<BundleObject> policies =
        Stream.concat(bundle.overlay().stream(), bundle.objects().stream())
            .filter(it -> it.type().toString().equals("networking.k8s.io/NetworkPolicy"))
            .filter(it -> it.namespace().isEmpty() || bundle.isHome(it))
            .filter(it -> !isOfDatabase(it))
            .toList();
    List<Node> rules =
        policies.stream().flatMap(it -> it.root().itemsAt("spec", "egress").stream()).toList();
    boolean known =
        Stream.concat(bundle.overlay().stream(), bundle.objects().stream())
            .noneMatch(it -> OTHERS.contains(it.group()));
    boolean closed =
        known
            && policies.stream()
                .flatMap(it -> it.root().itemsAt("spec", "policyTypes").stream())
                .anyMatch(type -> "Egress".equals(type.textAt()));
    return new WaysOut(closed, rules, bundle.namespace());
  }

  /** Pods of a cluster are CloudNativePG's own; no setting of the app is read there. */
  private static boolean isOfDatabase(BundleObject policy) {
    return policy.root().at("spec", "podSelector", "matchLabels") instanceof MapNode labels
        && labels.entries().stream().anyMatch(it -> it.key().text().startsWith("cnpg.io/"));
  }

  boolean mayReach(NamedHost named) {
    boolean here = !named.host().contains(".") && !named.host().contains(":");
    boolean own = named.namespace().map(home::equals).orElse(false);
    return !closed || here || own || isLoopback(named.host()) || isAllowed(named);
  }

  private boolean isAllowed(NamedHost named) {
    return rules.stream()
        .filter(rule -> isForPort(rule, named))
        .anyMatch(
            rule ->
                rule.at("to") == null
                    || rule.itemsAt("to").stream().anyMatch(peer -> holds(peer, named)));
  }

  private static boolean isForPort(Node rule, NamedHost named) {
    List<Node> ports = rule.itemsAt("ports");
    return ports.isEmpty()
        || ports.stream()
            .map(port -> String.valueOf(port.textAt("port")))
            .anyMatch(
                port ->
                    named.port().isEmpty()
                        ? !DNS.contains(port)
                        : !port.matches("[0-9]+")
                            || port.equals(Integer.toString(named.port().getAsInt())));
  }

  private static boolean holds(Node peer, NamedHost named) {
    Node block = peer.at("ipBlock");
    if (block != null) {
      return named.namespace().isEmpty() && holdsAddress(block, named.host());
    }
    String namespace = peer.textAt("namespaceSelector", "matchLabels", NAMESPACE);
    boolean any = peer.at("namespaceSelector") != null && namespace == null;
    return any || named.namespace().orElse(named.lastLabel()).equals(namespace);
  }

  /** Which addresses a name has is not known, so that any range may hold it. */
  private static boolean holdsAddress(Node block, String host) {
    String range = String.valueOf(block.textAt("cidr"));
    if (!Syntaxes.ADDRESS.matches(host) || !Syntaxes.CIDR.matches(range)) {
      return true;
    }
    return Cidr.parse(range).holds(Cidr.of(host))
        && block.itemsAt("except").stream()
            .map(it -> String.valueOf(it.textAt()))
            .filter(Syntaxes.CIDR::matches)
            .noneMatch(it -> Cidr.parse(it).holds(Cidr.of(host)));
  }

  private static boolean isLoopback(String host) {
    return host.matches("127\\..*|0\\.0\\.0\\.0|::1?");
  }
}
