package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Set;

/** What a NetworkPolicy lets through. */
final class AllowedTraffic {
  /** Of its Service, of OpenShift's pods, and by name. */
  private static final Set<String> DNS = Set.of("53", "5353", "dns", "dns-tcp");

  private AllowedTraffic() {}

  /** Ingress is what a policy is about when it does not say. */
  static boolean deniesIngress(Resource policy) {
    boolean about = has(policy, "Ingress") || !NodeValues.isSet(policy.at("spec", "policyTypes"));
    return selectsAll(policy) && about && !NodeValues.isSet(policy.at("spec", "ingress"));
  }

  static boolean deniesEgress(Resource policy) {
    return selectsAll(policy)
        && has(policy, "Egress")
        && !NodeValues.isSet(policy.at("spec", "egress"));
  }

  /** Whether something other than DNS may be reached. */
  static boolean leaves(Resource policy) {
    return policy.mapsAt("spec", "egress").stream().anyMatch(it -> !isDnsOnly(it));
  }

  /**
   * The cluster's DNS runs in a namespace of its own, where pods of this one are not. Its pods may
   * listen elsewhere than its Service does, so UDP of any port counts.
   */
  static boolean allowsDns(Resource policy) {
    return policy.mapsAt("spec", "egress").stream()
        .filter(
            it -> ports(it).isEmpty() || ports(it).stream().anyMatch(DNS::contains) || isUdp(it))
        .anyMatch(
            it ->
                it.mapsAt("to").isEmpty()
                    || it.mapsAt("to").stream()
                        .anyMatch(to -> to.has("namespaceSelector") || to.has("ipBlock")));
  }

  /** Whether it lets its pods reach others, which are found by name, but no DNS. */
  static boolean namesWithoutDns(Resource policy) {
    boolean about = has(policy, "Egress") || !NodeValues.isSet(policy.at("spec", "policyTypes"));
    return about
        && !allowsDns(policy)
        && policy.mapsAt("spec", "egress").stream()
            .flatMap(it -> it.mapsAt("to").stream())
            .anyMatch(to -> to.has("podSelector") || to.has("namespaceSelector"));
  }

  /** Whether no pod can be meant by both: they ask for two values of one label. */
  static boolean areApart(Resource one, Resource other) {
    String[] labels = {"spec", "podSelector", "matchLabels"};
    return NodeValues.entries(one.at(labels)).stream()
        .anyMatch(
            it ->
                NodeValues.entries(other.at(labels)).stream()
                    .anyMatch(
                        to ->
                            to.key().text().equals(it.key().text())
                                && !NodeValues.text(to.value())
                                    .equals(NodeValues.text(it.value()))));
  }

  private static boolean isDnsOnly(MapNode rule) {
    List<String> ports = ports(rule);
    return !ports.isEmpty() && DNS.containsAll(ports);
  }

  private static boolean isUdp(MapNode rule) {
    return rule.mapsAt("ports").stream().anyMatch(it -> it.textOrEmpty("protocol").equals("UDP"));
  }

  private static List<String> ports(MapNode rule) {
    return rule.mapsAt("ports").stream().map(it -> it.textOrEmpty("port")).toList();
  }

  static boolean selectsAll(Resource policy) {
    return policy.at("spec", "podSelector") instanceof MapNode map && map.entries().isEmpty();
  }

  private static boolean has(Resource policy, String type) {
    return policy.textsAt("spec", "policyTypes").stream().anyMatch(it -> it.text().equals(type));
  }
}
