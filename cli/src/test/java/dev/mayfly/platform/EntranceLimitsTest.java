package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static dev.mayfly.platform.PlatformCase.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leads to previews is let in, has its certificate, and leads nowhere else. */
class EntranceLimitsTest {
  private static final PlatformCase INGRESS = PlatformCase.of("shapes/ingress");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exposure.wildcards: [api.preview.example.dev] |
          exposure.wildcards: [api.example.dev, preview.example.dev] | wildcard-outside exposure.wildcards.0, wildcard-outside exposure.wildcards.1
          exposure.wildcards: [a.preview.example.dev, b.preview.example.dev] && exposure.own: {kind: gateway, issuer: acme} | wildcard-of-own exposure.wildcards.0
          exposure.ingress: {class: nginx, controller: nginx} | not-allowed exposure.ingress
          exposure.gateway: - && exposure.own: {kind: gateway, issuer: acme} | not-allowed exposure.own
          argocd.webhook.gateway: - | missing-field argocd.webhook
          argocd.webhook.ingress: {class: nginx} | not-allowed argocd.webhook.ingress
          argocd.webhook.gateway: - && argocd.webhook.ingress: {class: nginx} |
          argocd.webhook.gateway: - && argocd.webhook.ingress: {class: nginx, annotations: {kubernetes.io/ingress.class: x}} | refused-annotation argocd.webhook.ingress.annotations.kubernetes~1io/ingress~1class
          """)
  void whatAGatewayHas(String change, String said) {
    PRIMITIVES.says(change, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          controller: - | no-way-in exposure.ingress
          controller: - && namespace.ingress: [{namespace: lb}] | no-way-in exposure.ingress
          controller: - && namespace.ingress: [{namespace: lb}, {cidr: 203.0.113.0/24}] |
          annotations: {kubernetes.io/ingress.class: x} | refused-annotation exposure.ingress.annotations.kubernetes~1io/ingress~1class
          tls: {secret: preview-wildcard, issuer: acme} | not-allowed exposure.ingress.tls.issuer
          tls: {secret: preview-wildcard, issuerKind: Issuer} | not-allowed exposure.ingress.tls.issuerKind
          tls: {secret: other} | certificate-nowhere exposure.ingress.tls
          tls: {secret: other} && apps.0.bindings.provided: [other] |
          tls: {secret: other} && apps.0.service: - |
          tls: - |
          tls: {issuer: acme} |
          tls: {issuer: acme} && apps.0.bindings.secrets.0.name: tls | reserved-name exposure.ingress.tls
          """)
  void whatAnIngressHas(String change, String said) {
    INGRESS.says("exposure.ingress." + change, said);
  }

  @ParameterizedTest
  @CsvSource({"-", "Opaque"})
  void theSecretOfACertificateIsOfItsType(String type) {
    INGRESS.says(
        "apps.0.bindings.secrets.0.type: " + type, "certificate-nowhere exposure.ingress.tls");
  }

  /** Beside production nothing copies Secrets for previews. */
  @Test
  void aSharedNamespaceIsGivenNoCertificates() {
    PlatformCase shared =
        SHARED.with(
            "exposure.gateway: - && exposure.access: {kind: none} && exposure.ingress: {class:"
                + " nginx, controller: nginx, tls: {secret: s}} && apps.0.bindings.provided: [s]");
    assertThat(shared.said())
        .containsExactly(
            "shared-namespace namespace.strategy", "certificate-nowhere exposure.ingress.tls");
    assertThat(shared.problems().getLast().hint()).doesNotContain("bindings.provided");
    assertThat(INGRESS.with("exposure.ingress.tls.secret: other").problems().getLast().hint())
        .contains("bindings.provided");
  }

  @Test
  void eachHostGetsItsCertificateByAnIssuer() {
    assertThat(INGRESS.platform().exposure().issuesForEachHost()).isFalse();
    PlatformCase issued = INGRESS.with("exposure.ingress.tls: {issuer: acme}");
    assertThat(issued.platform().exposure().issuesForEachHost()).isTrue();
    assertThat(issued.platform().exposure().byIngress().orElseThrow().certificate())
        .hasToString("Optional[Issued[issuer=acme, issuerKind=ClusterIssuer]]");
    assertThat(INGRESS.platform().exposure().entrance().orElseThrow().pods())
        .contains("ingress-nginx");
    assertThat(PRIMITIVES.platform().exposure().entrance().orElseThrow().pods())
        .contains("gateway-system");
  }
}
