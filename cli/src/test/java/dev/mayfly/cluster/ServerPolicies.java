package dev.mayfly.cluster;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Admission policies on a server: accepted first, then known to be enforced. */
final class ServerPolicies {
  // An API server takes up changed policies about once a second, all that it has heard of, and
  // hears of policies and of bindings apart, each kind in the order of storing. So when a policy
  // and a binding that are both new refuse, all that were stored before them are enforced too.
  private static final String MARKER =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: marker-%1$d}
      spec:
        matchConstraints:
          resourceRules:
            - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}
        validations:
          - {expression: "object.metadata.name != 'marker-%1$d'", message: enforced}
      """;
  private static final String MARKER_BINDING =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata: {name: marker-%1$d}
      spec: {policyName: marker-%1$d, validationActions: [Deny]}
      """;
  private static int generation;

  private ServerPolicies() {}

  /** Every policy and binding among a platform's objects, policies first. */
  static List<String> of(SortedMap<String, String> objects) {
    return objects.values().stream()
        .map(text -> Map.entry(String.valueOf(ApiClient.read(text).textAt("kind")), text))
        .filter(entry -> entry.getKey().startsWith("ValidatingAdmissionPolicy"))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Stores them and waits until the server refuses by them, and no more by what they replace. */
  static void enforce(ApiClient client, List<String> policies) {
    policies.forEach(client::store);
    awaitTaken(client);
  }

  /** Takes them away and waits until the server permits what they refused. */
  static void lift(ApiClient client, List<String> policies) {
    policies.forEach(client::delete);
    awaitTaken(client);
  }

  private static synchronized void awaitTaken(ApiClient client) {
    List<String> marker =
        List.of(MARKER.formatted(++generation), MARKER_BINDING.formatted(generation));
    marker.forEach(client::store);
    String refused =
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: marker-" + generation + "}}";
    // Each question is work for both sides, and most of a second no answer is new.
    for (int i = 0; i < 150; i++) {
      if (client.tryToApply(refused).message().contains("enforced")) {
        marker.forEach(client::delete);
        return;
      }
      ApiConnection.pause(200);
    }
    throw new IllegalStateException("a policy was stored and is not enforced");
  }
}
