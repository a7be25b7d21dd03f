package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who guards previews can do what is asked of it. */
class AccessLimitsTest {
  private static final PlatformCase NETWORK = PlatformCase.of("shapes/network-access");
  private static final PlatformCase LOGIN = PlatformCase.of("shapes/oidc");
  private static final PlatformCase INGRESS = PlatformCase.of("shapes/ingress");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {kind: none} |
          {kind: network, networks: [10.0.0.0/8]} | access-without-domain exposure.access
          """)
  void thereAreHostsToGuard(String access, String said) {
    PlatformCase.of("shapes/no-route").says("exposure.access: " + access, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {kind: network, networks: [10.0.0.0/8]} |
          {kind: network, networks: [10.0.0.0/8], atGateway: true} | verify-without-gateway exposure.access.atGateway
          {kind: network, networks: [10.0.0.0/8], catchAll: true} | catch-all-nowhere exposure.access.catchAll
          {kind: oidc, issuer: "https://login.example.dev", clientId: x, clientSecret: {store: s, key: k}, atGateway: true} | verify-without-gateway exposure.access.atGateway
          {kind: cloudflare, team: acme, audience: "a0561fd649cdb6baa784055f051bad796ea0afef17fca38219549deeba4e8c1a", verifyAtGateway: true} | verify-without-gateway exposure.access.verifyAtGateway
          {kind: network, networks: []} | missing-field exposure.access.networks
          """)
  void onlyAGatewayAsksItself(String access, String said) {
    INGRESS.says("exposure.access: " + access, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          catchAll: true |
          catchAll: true && exposure.access.atGateway: false | catch-all-unguarded exposure.access.catchAll
          catchAll: true && exposure.own: {kind: gateway, issuer: acme} | catch-all-nowhere exposure.access.catchAll
          networks: [office] | access-network exposure.access.networks.0
          networks: [office] && exposure.access.atGateway: false |
          networks: [office, 11.0.0.0/8] && exposure.access.atGateway: false |
          networks: [10.0.0.0/8, 100.0.0.0/8] | access-private exposure.access.networks.1
          networks: [10.0.0.0/7] | access-everywhere exposure.access.networks.0
          networks: [8.0.0.0/7] | access-everywhere exposure.access.networks.0
          networks: [203.0.113.0/24, 11.0.0.0/8] | access-everywhere exposure.access.networks.1
          networks: [office, 8.0.0.0/7] && exposure.access.atGateway: false | access-everywhere exposure.access.networks.1
          """)
  void networksAreSomebodysOwn(String change, String said) {
    NETWORK.says("exposure.access." + change, said);
  }

  @ParameterizedTest
  @CsvSource({
    "'[8.0.0.0/7]', is too large",
    "'[203.0.113.0/24, 11.0.0.0/8]', and the ranges before it"
  })
  void saysWhetherOneRangeIsTooMuchOrAllOfThem(String networks, String words) {
    Problem problem = NETWORK.with("exposure.access.networks: " + networks).problems().getFirst();
    assertThat(problem.message()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({"exposure.access.catchAll, exposure.gateway", "exposure.own, exposure.own"})
  void saysWhyARouteOfEveryHostHasNoPlace(String missing, String words) {
    PlatformCase broken =
        missing.endsWith("own")
            ? NETWORK.with(
                "exposure.access.catchAll: true && exposure.own: {kind: gateway, issuer: acme}")
            : INGRESS.with(
                "exposure.access: {kind: network, networks: [10.0.0.0/8], catchAll: true}");
    assertThat(broken.problems().getFirst().message()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clientId: - | access-client exposure.access.atGateway
          clientSecret: - | access-client exposure.access.atGateway
          catchAll: false && exposure.access.atGateway: false | access-client exposure.access.clientSecret
          catchAll: false && exposure.access.atGateway: false && exposure.access.clientSecret: - |
          issuer: https://preview.example.dev/staff | access-issuer exposure.access.issuer
          issuer: https://login.preview.example.dev | access-issuer exposure.access.issuer
          issuer: https://loginpreview.example.dev |
          """)
  void aLoginIsOfAClientAndNotAtAPreview(String change, String said) {
    LOGIN.says("exposure.access." + change, said);
  }
}
