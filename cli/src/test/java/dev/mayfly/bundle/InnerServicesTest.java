package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Service opens no way past the platform's route. */
class InnerServicesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: ExternalName, externalName: production.monolith.svc.cluster.local",
        "externalName: production.monolith.svc.cluster.local",
        "type: LoadBalancer",
        "type: NodePort",
        "type: clusterip",
        "externalIPs: [10.0.0.1]",
        "loadBalancerIP: 10.0.0.1",
        "loadBalancerClass: x",
        "loadBalancerSourceRanges: [0.0.0.0/0]",
        "clusterIP: 10.96.0.10",
        "clusterIPs: [None, 10.96.0.10]",
        "ports: [{port: 80, nodePort: 30080}]",
        "ExternalIPs: [10.0.0.1]"
      })
  void aWayOutOrInIsRefused(String spec) {
    assertThat(own(spec)).containsExactly("error open-service");
    assertThat(shared(spec)).containsExactly("error open-service");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: ClusterIP",
        "type: null",
        "clusterIP: None",
        "clusterIP: ''",
        "externalIPs: []",
        "externalName: ''",
        "loadBalancerIP: null",
        "clusterIPs: [None]",
        "ports: [{port: 80, targetPort: http}], sessionAffinity: None, ipFamilyPolicy: SingleStack"
      })
  void aServiceForTheInsidePasses(String spec) {
    assertThat(own(spec)).isEmpty();
    assertThat(shared(spec)).isEmpty();
  }

  @Test
  void aServiceOfAnotherGroupIsSomethingElse() {
    assertThat(
            BundleCase.directory()
                .object(
                    "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: x}\nspec: {template: {}}\n")
                .findings())
        .containsExactly("error kind-not-allowed");
  }

  private static List<String> own(String spec) {
    return BundleCase.directory()
        .object("apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {" + spec + "}\n")
        .findings();
  }

  private static List<String> shared(String spec) {
    return BundleCase.sharedChart()
        .renders(
            "apiVersion: v1\nkind: Service\nmetadata: {name: monolith-pr-7}\nspec: {selector: {i:"
                + " monolith-pr-7}, "
                + spec
                + "}\n")
        .findings()
        .stream()
        .filter(id -> !id.equals("warning unused-image"))
        .toList();
  }
}
