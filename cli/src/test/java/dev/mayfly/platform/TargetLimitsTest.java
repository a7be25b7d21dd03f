package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.CLONE;
import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static dev.mayfly.platform.PlatformCase.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first release that has what is rendered, and the last that has not. */
class TargetLimitsTest {
  private static final PlatformCase INGRESS = PlatformCase.of("shapes/ingress");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          argocd: "3.3" |
          argocd: "3.2" | target-argocd targets.argocd
          argocd: "2.14" | target-argocd targets.argocd
          kubernetes: "1.30" |
          kubernetes: "1.29" | target-kubernetes targets.kubernetes
          kubernetes: "2.0" |
          cloudnativePg: "1.30" |
          cloudnativePg: "1.29" | target-cloudnative-pg apps.0.database.mode
          gatewayApi: "1.0" |
          gatewayApi: "0.8" | target-gateway-api targets.gatewayApi
          gatewayApi: "1.4" && exposure.own: {kind: gateway, issuer: acme} |
          gatewayApi: "1.5" && exposure.own: {kind: listener-set, issuer: acme} |
          gatewayApi: "1.4" && exposure.own: {kind: listener-set, issuer: acme} | target-gateway-api targets.gatewayApi
          """)
  void ofAPreviewWithANamespaceOfItsOwn(String change, String said) {
    PRIMITIVES.says("targets." + change, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cloudnativePg: "1.24" |
          cloudnativePg: "1.23" | target-cloudnative-pg apps.0.database.mode
          """)
  void ofAClone(String change, String said) {
    CLONE.says("targets." + change, said);
  }

  @Test
  void ofASharedNamespace() {
    assertThat(SHARED.with("targets.argocd: \"3.0\"").said())
        .containsExactly("shared-namespace namespace.strategy");
    assertThat(SHARED.with("targets.argocd: \"2.14\"").said())
        .contains("target-argocd targets.argocd");
  }

  @Test
  void ofAnIngressUnlessAGatewayServesTheWebhook() {
    INGRESS.says("targets.gatewayApi: \"0.8\"", "");
    INGRESS.says(
        "targets.gatewayApi: \"0.8\" && argocd.webhook: {host: h.example.dev, gateway: {name: g,"
            + " namespace: web, listener: all}, secret: {store: s, key: k}}",
        "target-gateway-api targets.gatewayApi");
  }

  @Test
  void whatIsNotStatedIsTheNewest() {
    Targets targets = PRIMITIVES.with("targets: {kubernetes: \"1.31\"}").platform().targets();
    assertThat(targets.written().keySet()).containsExactly(Targets.Part.KUBERNETES);
    assertThat(targets.kubernetes()).hasToString("1.31");
    assertThat(targets.of(Targets.Part.ARGOCD)).isEqualTo(Targets.ASSUMED.argocd());
    Targets older = targets.with(Targets.Part.GATEWAY_API, new ReleaseLine(1, 5));
    assertThat(older.written().keySet())
        .containsExactlyInAnyOrder(Targets.Part.KUBERNETES, Targets.Part.GATEWAY_API);
    assertThat(older.of(Targets.Part.GATEWAY_API)).hasToString("1.5");
    assertThat(older.of(Targets.Part.CLOUD_NATIVE_PG)).isEqualTo(older.cloudNativePg());
    assertThat(older.of(Targets.Part.KUBERNETES)).hasToString("1.31");
  }

  @Test
  void linesAreInOrder() {
    ReleaseLine line = ReleaseLine.parse("1.30");
    assertThat(line.isAtLeast(1, 30)).isTrue();
    assertThat(line.isAtLeast(1, 31)).isFalse();
    assertThat(line.isAtLeast(2, 0)).isFalse();
    assertThat(line.isAtLeast(0, 99)).isTrue();
    assertThat(line).isGreaterThan(ReleaseLine.parse("1.9")).isLessThan(ReleaseLine.parse("2.0"));
  }
}
