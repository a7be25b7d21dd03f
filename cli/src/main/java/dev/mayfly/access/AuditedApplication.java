package dev.mayfly.access;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** An Access application as the API describes it. */
record AuditedApplication(Node json) {
  String id() {
    return SignedToken.text(json, "id");
  }

  String audience() {
    return SignedToken.text(json, "aud");
  }

  /** Everything it guards: host names, or paths of them, wildcards as written. */
  TreeSet<String> addresses() {
    TreeSet<String> addresses = new TreeSet<>();
    addresses.add(SignedToken.text(json, "domain"));
    for (Node destination : json.itemsAt("destinations")) {
      addresses.add(SignedToken.text(destination, "uri"));
    }
    addresses.addAll(json.stringsAt("self_hosted_domains"));
    addresses.remove("");
    return addresses;
  }

  /** Requests of kind OPTIONS reach the app without any credentials. */
  boolean letsPreflightsThrough() {
    return !"false"
        .equals(Optional.ofNullable(json.textAt("options_preflight_bypass")).orElse("false"));
  }

  /** The policies, where the answer holds them in full. */
  Optional<List<Node>> policies() {
    return json.at("policies") instanceof ListNode list
            && list.items().stream().allMatch(AuditedApplication::isWhole)
        ? Optional.of(list.items())
        : Optional.empty();
  }

  private static boolean isWhole(Node policy) {
    return policy.textAt("decision") != null && policy.at("include") instanceof ListNode;
  }

  /** True when one of a policy's include rules is of this kind. */
  static boolean includes(Node policy, String rule) {
    return policy.mapsAt("include").stream().anyMatch(map -> map.has(rule));
  }
}
