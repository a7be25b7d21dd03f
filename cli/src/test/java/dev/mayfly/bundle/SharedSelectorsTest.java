package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside production whatever selects pods selects the preview's. */
class SharedSelectorsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1 Service {selector: {app: NAME}}",
        "apps/v1 Deployment {selector: {matchLabels: {app: NAME}}}",
        "policy/v1 PodDisruptionBudget {selector: {matchLabels: {app: NAME}}}",
        "networking.k8s.io/v1 NetworkPolicy {podSelector: {matchLabels: {app: NAME}}}",
        "networking.k8s.io/v1 NetworkPolicy {podSelector: {matchLabels: {app: OWN}}, egress: [{to: [{podSelector: {matchLabels: {app: NAME}}}]}]}",
        "cilium.io/v2 CiliumNetworkPolicy {endpointSelector: {matchLabels: {app: NAME}}}",
        "monitoring.coreos.com/v1 ServiceMonitor {selector: {matchLabels: {app: NAME}}}",
        "apps/v1 Deployment {selector: {matchLabels: {app: OWN}}, affinity: {podAntiAffinity: [{topologyKey: h, labelSelector: {matchExpressions: [{key: app, operator: In, values: [NAME]}]}}]}}"
      })
  void anotherSelectorIsRefused(String object) {
    String own = object.replace("OWN", "monolith-pr-7");
    assertThat(shared(own.replace("NAME", "monolith"))).contains("error shared-selector");
    assertThat(shared(own.replace("NAME", "monolith-pr-77"))).contains("error shared-selector");
    assertThat(shared(own.replace("NAME", "monolith-pr-7")))
        .doesNotContain("error shared-selector");
    assertThat(BundleCase.directory().object(text(own)).findings())
        .doesNotContain("error shared-selector");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1 Service {}",
        "v1 Service {selector: {}}",
        "v1 Service {selector: null}",
        "apps/v1 Deployment {}",
        "apps/v1 StatefulSet {selector: {matchLabels: {}}}",
        "networking.k8s.io/v1 NetworkPolicy {podSelector: {}}",
        "networking.k8s.io/v1 NetworkPolicy {podSelector: {matchExpressions: []}}",
        "networking.k8s.io/v1 NetworkPolicy {podSelector: {matchExpressions: [{key: a, operator: NotIn, values: [monolith-pr-7]}]}}",
        "networking.k8s.io/v1 NetworkPolicy {podSelector: {matchExpressions: [{key: a, operator: In, values: [monolith-pr-7, monolith]}]}}",
        "networking.k8s.io/v1 NetworkPolicy {podSelector: {matchExpressions: [{key: a, operator: In, values: []}]}}",
        "networking.k8s.io/v1 NetworkPolicy {podSelector: {matchExpressions: [{key: a, operator: Exists}]}}",
        "cilium.io/v2 CiliumNetworkPolicy {endpointSelector: {}}"
      })
  void whatMayMeanEveryPodIsRefused(String object) {
    assertThat(shared(object)).contains("error shared-selector");
  }

  @Test
  void podsOfOtherNamespacesAndNodesAreNotProductions() {
    assertThat(
            shared(
                "networking.k8s.io/v1 NetworkPolicy {podSelector: {matchLabels: {app: monolith-pr-7}},"
                    + " ingress: [{from: [{namespaceSelector: {}, podSelector: {}}]}]}"))
        .doesNotContain("error shared-selector");
    assertThat(shared("v1 ConfigMap {nodeSelector: {disk: ssd}}"))
        .doesNotContain("error shared-selector");
  }

  private static List<String> shared(String object) {
    return BundleCase.sharedChart().renders(text(object)).findings();
  }

  private static String text(String object) {
    String[] parts = object.split(" ", 3);
    return "apiVersion: %s\nkind: %s\nmetadata: {name: monolith-pr-7}\nspec: %s\n"
        .formatted((Object[]) parts);
  }
}
