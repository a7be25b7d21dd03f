package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A URL that the bundle is said to answer for is one that it answers for. */
class BroughtRoutesTest {
  private static final String SERVICE = "service: {name: orders, port: 80, targetPort: 8080}";
  private static final String HOST = "orders-7.preview.example.dev";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "networking.k8s.io/v1 Ingress {rules: [{host: HOST}]}",
        "route.openshift.io/v1 Route {host: HOST}",
        "gateway.networking.k8s.io/v1 HTTPRoute {hostnames: [HOST], parentRefs: [{name: edge,"
            + " namespace: gateway-system, sectionName: previews}]}",
        "traefik.io/v1alpha1 IngressRoute {routes: [{match: 'Host(`HOST`) && PathPrefix(`/a`)'}]}"
      })
  void aRouteForTheHost(String object) {
    assertThat(brought(object.replace("HOST", HOST)).findings()).isEmpty();
    assertThat(brought(object.replace("HOST", "web-7.preview.example.dev")).findings())
        .contains("error missing-route");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cert-manager.io/v1 Certificate {dnsNames: [HOST]}",
        "networking.k8s.io/v1 Ingress {tls: [{hosts: [HOST]}], rules: [{host: other}]}",
        "apps/v1 StatefulSet {host: HOST}"
      })
  void aNameAloneIsNoRoute(String object) {
    assertThat(brought(object.replace("HOST", HOST)).findings()).contains("error missing-route");
  }

  /** The second host of a preview is as much its own as the first. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "networking.k8s.io/v1 Ingress {rules: [{host: a-7.HOST}, {host: b-7.HOST}]}",
        "traefik.io/v1alpha1 IngressRoute {routes: [{match: 'Host(`a-7.HOST`)'}, {match:"
            + " 'Host(`b-7.HOST`)'}]}"
      })
  void severalHosts(String object) {
    String text = object.replace("HOST", "preview.example.dev");
    assertThat(several(text).findings()).isEmpty();
    assertThat(several(text.replace("b-7", "b-8")).findings())
        .contains("error foreign-host", "error missing-route");
  }

  private static BundleCase several(String object) {
    return brought(object)
        .platform(
            "routes: [{host: 'orders-${pr.number}', bundle: true, targetPort: 8080}]",
            "routes: [{name: a, host: 'a-${pr.number}', bundle: true, primary: true}, {name: b,"
                + " host: 'b-${pr.number}', bundle: true, targetPort: 8080}]");
  }

  @Test
  void nothingIsAskedOfARouteThatThePlatformBrings() {
    assertThat(BundleCase.directory().findings()).isEmpty();
  }

  /** The port is opened by the route itself, so nobody is shut out. */
  private static BundleCase brought(String object) {
    String[] words = object.split(" ", 3);
    String kind =
        "{group: %s, kind: %s}".formatted(words[0].substring(0, words[0].indexOf('/')), words[1]);
    return BundleCase.directory()
        .platform(
            SERVICE, "routes: [{host: 'orders-${pr.number}', bundle: true, targetPort: 8080}]")
        .platform("resources:\n", "resources:\n        - " + kind + "\n")
        .object(
            "apiVersion: %s\nkind: %s\nmetadata: {name: x}\nspec: %s\n"
                .formatted(words[0], words[1], words[2]));
  }
}
