package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An Ingress of the bundle is for the controller that the platform admits. */
class OwnIngressClassTest {
  private static final String GATEWAY =
      "gateway: {name: edge, namespace: gateway-system, listener: previews}";

  @ParameterizedTest
  @CsvSource({
    "'', 'ingressClassName: nginx, ', false",
    "'', 'ingressClassName: internal, ', true",
    "'', '', true",
    "'kubernetes.io/ingress.class: nginx', '', true",
    "'kubernetes.io/ingress.class: internal', 'ingressClassName: nginx, ', true"
  })
  void anotherClassIsRefused(String annotation, String spec, boolean refused) {
    List<String> findings =
        ingress(annotation, spec)
            .platform(GATEWAY, "ingress: {class: nginx, controller: ingress-nginx}")
            .findings();
    assertThat(findings.contains("error foreign-class")).as("%s", findings).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({
    "'kubernetes.io/ingress.class: internal', 'ingressClassName: nginx, ', 3:64",
    "'', 'ingressClassName: internal, ', 4:26"
  })
  void theOneThatCountsIsShown(String annotation, String spec, String place) {
    assertThat(
            ingress(annotation, spec)
                .platform(GATEWAY, "ingress: {class: nginx, controller: ingress-nginx}")
                .problems())
        .filteredOn(it -> it.id().equals("foreign-class"))
        .singleElement()
        .satisfies(
            it -> assertThat(it.location()).hasToString(BundleCase.PATH + "/more.yaml:" + place));
  }

  @Test
  void behindAGatewayTheClassIsTheAdminsWord() {
    assertThat(ingress("", "ingressClassName: internal, ").findings())
        .doesNotContain("error foreign-class");
  }

  private static BundleCase ingress(String annotation, String spec) {
    return BundleCase.directory()
        .platform(
            "resources:\n", "resources:\n        - {group: networking.k8s.io, kind: Ingress}\n")
        .object(
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: x, annotations: {%s}}
            spec: {%srules: [{host: orders-7.preview.example.dev}]}
            """
                .formatted(annotation, spec));
  }
}
