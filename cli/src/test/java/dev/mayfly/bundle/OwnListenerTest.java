package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A route of the bundle's own attaches where the platform's does. */
class OwnListenerTest {
  private static final String PARENT =
      "{name: edge, namespace: gateway-system, sectionName: previews}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parentRefs: [{name: edge, namespace: gateway-system}]",
        "parentRefs: [{name: edge, sectionName: previews}]",
        "parentRefs: [{kind: Service, name: edge, namespace: gateway-system, sectionName: previews}]",
        "parentRefs: [{name: inner, namespace: gateway-system, sectionName: previews}]",
        "parentRefs: [" + PARENT + ", {name: mesh}]",
        "parentRefs: []",
        "rules: []"
      })
  void anywhereElseIsRefused(String spec) {
    for (String kind : List.of("HTTPRoute", "GRPCRoute", "TLSRoute")) {
      assertThat(findings(kind, spec)).as(kind).contains("error foreign-listener");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parentRefs: [" + PARENT + "]",
        "parentRefs: [{kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}]"
      })
  void thePlatformsListenerPasses(String spec) {
    assertThat(findings("HTTPRoute", spec)).doesNotContain("error foreign-listener");
  }

  @Test
  void whatThePlatformHasIsNamed() {
    BundleCase route = route("HTTPRoute", "parentRefs: [{name: mesh}]");
    assertThat(said(route))
        .isEqualTo(
            "HTTPRoute `x` attaches to something else than the platform's listener: leave routes to the"
                + " platform, or name `gateway-system/edge` and its listener `previews`");
    route.platform(
        "gateway: {name: edge, namespace: gateway-system, listener: previews}",
        "ingress: {class: nginx, controller: ingress-nginx}");
    assertThat(said(route))
        .isEqualTo(
            "HTTPRoute `x` attaches to a Gateway, and the platform has none: name the Gateway in"
                + " `exposure.gateway`");
  }

  private static String said(BundleCase route) {
    return route.problems().stream()
        .filter(it -> it.id().equals("foreign-listener"))
        .map(it -> it.message() + ": " + it.hint())
        .findFirst()
        .orElse("");
  }

  private static List<String> findings(String kind, String spec) {
    return route(kind, spec).findings();
  }

  private static BundleCase route(String kind, String spec) {
    return BundleCase.directory()
        .object(
            "apiVersion: gateway.networking.k8s.io/v1\nkind: %s\nmetadata: {name: x}\nspec: {%s}\n"
                .formatted(kind, spec));
  }
}
