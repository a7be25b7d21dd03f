package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever leads traffic to the bundle does so for the preview's own host. */
class OwnHostsTest {
  private static final String OWN = "orders-7.preview.example.dev";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "networking.k8s.io/v1 Ingress {rules: [{host: HOST}]}",
        "networking.k8s.io/v1 Ingress {rules: [{host: OWN}, {host: HOST}]}",
        "networking.k8s.io/v1 Ingress {rules: [{host: OWN}], tls: [{hosts: [HOST]}]}",
        "gateway.networking.k8s.io/v1 HTTPRoute {hostnames: [HOST]}",
        "gateway.networking.k8s.io/v1 HTTPRoute {hostnames: [OWN, HOST]}",
        "gateway.networking.k8s.io/v1 GRPCRoute {hostnames: [HOST]}",
        "gateway.networking.k8s.io/v1 TLSRoute {hostnames: [HOST]}",
        "gateway.networking.k8s.io/v1 Gateway {listeners: [{hostname: HOST}]}",
        "gateway.networking.k8s.io/v1 ListenerSet {listeners: [{hostname: HOST}]}",
        "gateway.networking.x-k8s.io/v1 XListenerSet {listeners: [{hostname: HOST}]}",
        "networking.istio.io/v1 VirtualService {hosts: [HOST]}",
        "networking.istio.io/v1 Gateway {servers: [{hosts: [HOST]}]}",
        "networking.istio.io/v1 ServiceEntry {hosts: [HOST]}",
        "networking.istio.io/v1 DestinationRule {host: HOST}",
        "route.openshift.io/v1 Route {host: HOST}",
        "projectcontour.io/v1 HTTPProxy {virtualhost: {fqdn: HOST}}",
        "cert-manager.io/v1 Certificate {dnsNames: [HOST]}",
        "cert-manager.io/v1 Certificate {commonName: HOST}",
        "externaldns.k8s.io/v1 DNSEndpoint {endpoints: [{dnsName: HOST}]}",
        "traefik.io/v1 IngressRoute {routes: [{match: 'Host(`HOST`)'}]}",
        "traefik.io/v1 IngressRouteTCP {routes: [{match: 'Host(`HOST`) && PathPrefix(`/`)'}]}"
      })
  void anotherHostIsRefused(String object) {
    String own = object.replace("OWN", OWN);
    assertThat(problems(own.replace("HOST", "www.example.com"))).contains("foreign-host");
    assertThat(
            problems(
                own.replace("HOST", "'*.preview.example.dev'")
                    .replace("`'", "`")
                    .replace("'`", "`")))
        .contains("foreign-host");
    assertThat(problems(own.replace("HOST", OWN + ".evil.example"))).contains("foreign-host");
    assertThat(problems(own.replace("HOST", OWN))).doesNotContain("foreign-host");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "networking.k8s.io/v1 Ingress {rules: [{http: {}}]}",
        "networking.k8s.io/v1 Ingress {rules: []}",
        "networking.k8s.io/v1 Ingress {rules: [{host: ''}]}",
        "networking.k8s.io/v1 Ingress {rules: [{host: OWN}], defaultBackend: {service: {name: x}}}",
        "gateway.networking.k8s.io/v1 HTTPRoute {parentRefs: [{name: edge}]}",
        "gateway.networking.k8s.io/v1 HTTPRoute {hostnames: []}",
        "gateway.networking.k8s.io/v1 TCPRoute {rules: []}",
        "gateway.networking.k8s.io/v1 UDPRoute {rules: []}",
        "gateway.networking.k8s.io/v1 Gateway {listeners: [{hostname: OWN}, {port: 80}]}",
        "traefik.io/v1 IngressRoute {routes: [{match: 'Host(`OWN`) || PathPrefix(`/`)'}]}",
        "traefik.io/v1 IngressRoute {routes: [{match: 'Host(`OWN`) && Path(`/`) || Path(`/x`)'}]}",
        "traefik.io/v1 IngressRoute {routes: [{services: []}]}"
      })
  void noHostIsEveryHost(String object) {
    assertThat(problems(object.replace("OWN", OWN))).contains("foreign-host");
  }

  @Test
  void anAnnotationMayClaimAHostToo() {
    String service =
        "apiVersion: v1\nkind: Service\nmetadata: {name: x, annotations: {%s: '%s'}}\n";
    for (String key :
        List.of(
            "external-dns.alpha.kubernetes.io/hostname",
            "external-dns.alpha.kubernetes.io/internal-hostname",
            "nginx.ingress.kubernetes.io/server-alias")) {
      assertThat(ids(service.formatted(key, OWN + ", www.example.com")))
          .containsExactly("foreign-host");
      assertThat(ids(service.formatted(key, OWN))).isEmpty();
    }
    assertThat(ids(service.formatted("nginx.ingress.kubernetes.io/server-snippet", "x")))
        .containsExactly("proxy-snippet");
    assertThat(ids(service.formatted("nginx.ingress.kubernetes.io/rewrite-target", "/"))).isEmpty();
  }

  @Test
  void itNamesBothHosts() {
    List<Problem> problems =
        BundleCase.directory()
            .object(text("networking.k8s.io/v1 Ingress {rules: [{host: www.example.com}]}"))
            .problems();
    assertThat(problems)
        .extracting(Problem::message)
        .contains(
            "Ingress `x` answers for `www.example.com`, and the preview's host is `" + OWN + "`");
    assertThat(problems)
        .extracting(Problem::hint)
        .contains("leave routes to the platform, or name the preview's host only");
    assertThat(
            BundleCase.directory()
                .object(text("traefik.io/v1 IngressRoute {routes: [{match: 'Host(`a.b`)'}]}"))
                .problems())
        .extracting(Problem::message)
        .contains(
            "IngressRoute `x` answers for more than `Host(`"
                + OWN
                + "`)`, and the preview's host is `"
                + OWN
                + "`");
  }

  @Test
  void whereThePreviewHasNoHostNoneIsItsOwn() {
    String text = BundleCase.kustomize().platformText();
    BundleCase bare =
        BundleCase.directory()
            .platform(text.substring(text.indexOf("  exposure:"), text.indexOf("  capacity:")), "")
            .platform("      service: {name: orders, port: 80, targetPort: 8080}\n", "")
            .object(text("traefik.io/v1 IngressRoute {routes: [{match: 'Host(`a.b`)'}]}"));
    assertThat(bare.problems())
        .filteredOn(it -> it.id().equals("foreign-host"))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.message())
              .isEqualTo("IngressRoute `x` answers for `Host(`a.b`)`, and the preview has no host");
          assertThat(it.hint())
              .isEqualTo("write `exposure.domain` for routes of the bundle's own, or remove it");
        });
  }

  private static List<String> problems(String object) {
    return ids(text(object));
  }

  private static List<String> ids(String text) {
    return BundleCase.directory().object(text).problems().stream().map(Problem::id).toList();
  }

  private static String text(String object) {
    String[] parts = object.split(" ", 3);
    return "apiVersion: %s\nkind: %s\nmetadata: {name: x}\nspec: %s\n".formatted((Object[]) parts);
  }
}
