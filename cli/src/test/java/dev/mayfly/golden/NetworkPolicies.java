package dev.mayfly.golden;

import dev.mayfly.platform.Cidr;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a set of NetworkPolicies lets through, as Kubernetes defines it: a pod that no policy of a
 * direction selects is open, one that some select is open for what any of them lists (Kubernetes
 * docs, "Network Policies").
 */
record NetworkPolicies(List<Node> policies) {

  /**
   * One end of a connection.
   *
   * @param namespace empty for what lies outside the cluster
   */
  record End(String namespace, Map<String, String> labels, String address) {
    static End pod(String namespace, Map<String, String> labels) {
      return new End(namespace, labels, "10.244.1.7");
    }

    static End outside(String address) {
      return new End("", Map.of(), address);
    }
  }

  /** Whether a connection is let out of one end and into the other. */
  boolean allow(End from, End to, int port, String protocol) {
    return side("Egress", "egress", "to", from, to, port, protocol)
        && side("Ingress", "ingress", "from", to, from, port, protocol);
  }

  private boolean side(
      String type, String rules, String peers, End of, End other, int port, String protocol) {
    List<Node> selecting =
        policies.stream()
            .filter(it -> text(it.at("metadata").at("namespace")).equals(of.namespace()))
            .filter(it -> matches(it.at("spec").at("podSelector"), of.labels()))
            .filter(it ->
                items(it.at("spec").at("policyTypes")).stream().anyMatch(t -> text(t).equals(type)))
            .toList();
    return selecting.isEmpty()
        || selecting.stream()
            .flatMap(it -> items(it.at("spec").at(rules)).stream())
            .anyMatch(rule ->
                items(rule.at(peers)).stream().anyMatch(peer -> admits(peer, other, of.namespace()))
                    && (rule.at("ports") == null
                        || items(rule.at("ports")).stream()
                            .anyMatch(it -> admits(it, port, protocol))));
  }

  private static boolean admits(Node peer, End end, String home) {
    Node block = peer.at("ipBlock");
    if (block != null) {
      return holds(block.at("cidr"), end)
          && items(block.at("except")).stream().noneMatch(it -> holds(it, end));
    }
    Node namespaces = peer.at("namespaceSelector");
    boolean there =
        namespaces == null
            ? end.namespace().equals(home)
            : !end.namespace().isEmpty()
                && matches(namespaces, Map.of("kubernetes.io/metadata.name", end.namespace()));
    return there
        && (peer.at("podSelector") == null || matches(peer.at("podSelector"), end.labels()));
  }

  private static boolean holds(@Nullable Node cidr, End end) {
    return Cidr.parse(text(cidr)).holds(Cidr.of(end.address()));
  }

  private static boolean admits(Node rule, int port, String protocol) {
    return text(rule.at("port")).equals(Integer.toString(port))
        && text(rule.at("protocol")).equals(protocol);
  }

  private static boolean matches(@Nullable Node selector, Map<String, String> labels) {
    Node wanted = selector == null ? null : selector.at("matchLabels");
    return !(wanted instanceof MapNode map)
        || map.entries().stream()
            .allMatch(it -> text(it.value()).equals(labels.get(it.key().text())));
  }

  private static List<Node> items(@Nullable Node node) {
    return node instanceof ListNode list ? list.items() : List.of();
  }

  private static String text(@Nullable Node node) {
    return node instanceof dev.mayfly.yaml.ScalarNode scalar ? scalar.text() : "";
  }
}
