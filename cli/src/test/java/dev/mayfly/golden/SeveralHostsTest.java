package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.manifest.YamlDraft;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a preview with several hosts the bundle's own routes may have each, and no other. */
class SeveralHostsTest {
  private static final String HTTP =
      "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: x, namespace:"
          + " pr-7-web}\nspec: {parentRefs: [{kind: Gateway, name: edge, namespace: gateway-system,"
          + " sectionName: previews}], hostnames: [%s]}\n";
  private static final String TRAEFIK =
      "apiVersion: traefik.io/v1alpha1\nkind: IngressRoute\nmetadata: {name: x, namespace:"
          + " pr-7-web}\nspec: {routes: [{match: 'Host(`%s`)'}]}\n";
  private static final String OPENSHIFT =
      "apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: {name: x, namespace: pr-7-web}\n"
          + "spec: {host: %s}\n";

  private static final RenderedPlatform PLATFORM =
      RenderedPlatform.of(
          YamlDraft.example("shapes/several-hosts")
              .with(
                  "spec.apps.0.resources",
                  "[{group: gateway.networking.k8s.io, kind: HTTPRoute}, {group: traefik.io, kind:"
                      + " IngressRoute}, {group: route.openshift.io, kind: Route}]"),
          "7");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "web-7.preview.example.dev | true",
        "7.api.preview.example.dev | true",
        "web-8.preview.example.dev | false",
        "8.api.preview.example.dev | false",
        "shop.example.dev | false"
      })
  void eachIsItsOwn(String host, boolean permitted) throws Exception {
    for (String object : new String[] {HTTP, TRAEFIK, OPENSHIFT}) {
      assertThat(isPermitted(object.formatted(host))).as(object, host).isEqualTo(permitted);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "web-7.preview.example.dev, 7.api.preview.example.dev | true",
        "web-7.preview.example.dev, 8.api.preview.example.dev | false",
        "'' | false"
      })
  void aRouteOfSeveral(String hosts, boolean permitted) throws Exception {
    assertThat(isPermitted(HTTP.formatted(hosts))).isEqualTo(permitted);
  }

  private static boolean isPermitted(String text) throws Exception {
    String policy = PLATFORM.platformSet().get("platform/admission-policy-web.yaml");
    Object object =
        TrackedObject.of(
            PolicyProgram.value(PlainTrees.read("case", text)), PLATFORM.application("web", "7"));
    return new PolicyProgram(PlainTrees.read("policy", String.valueOf(policy)))
        .refusals(object, null)
        .isEmpty();
  }
}
