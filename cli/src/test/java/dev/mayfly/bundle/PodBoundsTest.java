package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pods stay in the bounds of their namespace. */
class PodBoundsTest {
  private static final String AFFINITY =
      "      affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
          + " [{topologyKey: kubernetes.io/hostname%s}]}}\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostNetwork: true",
        "hostNetwork: True",
        "hostNetwork: yes",
        "hostPID: true",
        "hostIPC: true",
        "securityContext: {privileged: true}",
        "initContainers: [{name: i, securityContext: {privileged: true}}]",
        "initContainers: [{name: i, ports: [{containerPort: 80, hostPort: 80}]}]"
      })
  void theNodesOwnIsRefused(String pod) {
    BundleCase bundle = BundleCase.directory().more("deployment.yaml", "      " + pod + "\n");
    assertThat(bundle.findings()).contains("error host-access");
    assertThat(bundle.platform("podSecurity: restricted", "podSecurity: privileged").findings())
        .doesNotContain("error host-access");
    assertThat(shared(pod)).contains("error host-access");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostNetwork: false",
        "hostUsers: false",
        "securityContext: {privileged: false}",
        "initContainers: [{name: i, ports: [{containerPort: 80}]}]"
      })
  void whatAsksForNothingPasses(String pod) {
    assertThat(BundleCase.directory().more("deployment.yaml", "      " + pod + "\n").findings())
        .isEmpty();
  }

  @Test
  void podsOfOtherNamespacesDoNotPlaceAPreview() {
    for (String term : new String[] {", namespaces: [monolith]", ", namespaceSelector: {}"}) {
      assertThat(
              BundleCase.directory().more("deployment.yaml", AFFINITY.formatted(term)).findings())
          .containsExactly("error foreign-affinity");
    }
    assertThat(
            BundleCase.directory()
                .more("deployment.yaml", AFFINITY.formatted(", labelSelector: {}"))
                .findings())
        .isEmpty();
  }

  private static List<String> shared(String pod) {
    return BundleCase.sharedChart()
        .renders(
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: monolith-pr-7}\nspec: {template:"
                + " {spec: {containers: [], "
                + pod
                + "}}}\n")
        .findings();
  }
}
