package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside production a route leads to what is the preview's by its name. */
class OwnTargetsTest {
  private static final String ROUTE =
      "apiVersion: traefik.io/v1alpha1\nkind: IngressRoute\nmetadata: {name: monolith-pr-7-r, namespace: monolith}\n"
          + "spec: {routes: [{match: 'Host(`7.pr.jomcgi.dev`)', services: [{name: %s}], middlewares: [{name: %s}]}]}\n";

  @ParameterizedTest
  @CsvSource({
    "monolith-pr-7, monolith-pr-7-auth, ''",
    "monolith, monolith-pr-7-auth, monolith",
    "monolith-pr-7, production-auth, production-auth",
    "monolith-pr-70, monolith-pr-7-auth, monolith-pr-70"
  })
  void inASharedNamespace(String service, String middleware, String named) {
    assertThat(messages(ROUTE.formatted(service, middleware), "traefik.io", "IngressRoute"))
        .isEqualTo(
            named.isEmpty()
                ? List.of()
                : List.of(
                    "IngressRoute `monolith-pr-7-r` names `"
                        + named
                        + "`, which is not the preview's own"));
  }

  @ParameterizedTest
  @CsvSource({
    "monolith-pr-7:8080, true",
    "monolith-pr-7.monolith.svc, false",
    "http://monolith-pr-7, false",
    "monolith, false",
    "monolith.production, false"
  })
  void textsInASharedNamespace(String target, boolean own) {
    String mapping =
        "apiVersion: getambassador.io/v2\nkind: Mapping\nmetadata: {name: monolith-pr-7-m, namespace: monolith}\n"
            + "spec: {hostname: 7.pr.jomcgi.dev, service: '%s'}\n";
    String suffixed = own ? target.replace("-pr-7", "-pr-7-web") : target;
    assertThat(messages(mapping.formatted(suffixed), "getambassador.io", "Mapping").isEmpty())
        .isEqualTo(own);
  }

  @Test
  void whatIsRefusedIsNamed() {
    String route = ROUTE.formatted("monolith-pr-7, namespace: billing", "auth@file");
    assertThat(messages(route, "traefik.io", "IngressRoute"))
        .containsExactlyInAnyOrder(
            "IngressRoute `monolith-pr-7-r` names `monolith-pr-7` of namespace `billing`",
            "IngressRoute `monolith-pr-7-r` names `auth@file`, which is not of its namespace");
  }

  /** What tunes the controller alone passes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nginx.ingress.kubernetes.io/rewrite-target: https://evil.dev | leads requests elsewhere
          nginx.ingress.kubernetes.io/rewrite-target: /a |
          nginx.ingress.kubernetes.io/mirror-target: https://evil.dev | sends a copy of each request elsewhere
          nginx.ingress.kubernetes.io/proxy-body-size: 8m |
          """)
  void annotationsOfAnIngress(String annotation, String reason) {
    String ingress =
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x, annotations: {%s}}\n"
            .formatted(annotation.replace(": ", ": '") + "'");
    assertThat(found("refused-annotation", ingress))
        .isEqualTo(
            reason == null
                ? List.of()
                : List.of(
                    "Ingress `x` has `"
                        + annotation.substring(0, annotation.indexOf(':'))
                        + "`, which "
                        + reason));
    assertThat(found("refused-annotation", ingress.replace("Ingress", "IngressClass"))).isEmpty();
  }

  @Test
  void theProxysOwnConfigurationIsClosed() {
    assertThat(
            found(
                "proxy-snippet",
                "apiVersion: k8s.nginx.org/v1\nkind: VirtualServer\nmetadata: {name: x}\nspec: {http-snippets: 'deny all;'}\n"))
        .containsExactly("VirtualServer `x` writes into the proxy's own configuration");
  }

  private static List<String> found(String id, String object) {
    return BundleCase.directory().object(object).problems().stream()
        .filter(it -> it.id().equals(id))
        .map(Problem::message)
        .toList();
  }

  private static List<String> messages(String object, String group, String kind) {
    return BundleCase.sharedChart()
        .platform(
            "        - {group: batch, kind: Job}\n",
            "        - {group: batch, kind: Job}\n        - {group: "
                + group
                + ", kind: "
                + kind
                + "}\n")
        .renders(object)
        .problems()
        .stream()
        .filter(it -> it.id().endsWith("-reference"))
        .map(Problem::message)
        .toList();
  }
}
