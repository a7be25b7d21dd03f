package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes lead somewhere, differ, and one of them is the preview's own. */
class RouteLimitsTest {
  private static final PlatformCase SEVERAL = PlatformCase.of("shapes/several-hosts");
  private static final PlatformCase BROUGHT = PlatformCase.of("shapes/own-route-kind");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.primary: false | no-primary apps.0.routes
          1.primary: true | two-primaries apps.0.routes
          1.path: / | route-twice apps.0.routes.1
          1.name: api | duplicate-entry apps.0.routes.2
          2.service: "${preview.application}" | route-without-name apps.0.routes.2
          0.service: "${preview.application}" |
          2.service: "${preview.application}-api." |
          """)
  void routesDiffer(String change, String said) {
    SEVERAL.with("apps.0.bindings: -").says("apps.0.routes." + change, said);
  }

  @Test
  void saysHowManyArePrimary() {
    assertThat(SEVERAL.with("apps.0.routes.0.primary: false").problems().getFirst().message())
        .startsWith("none of");
    assertThat(SEVERAL.with("apps.0.routes.1.primary: true").problems().getFirst().message())
        .startsWith("2 routes");
  }

  @Test
  void somethingLeadsToTheHost() {
    PRIMITIVES.says("exposure.gateway: -", "route-without-entrance apps.0.service");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apps.0.routes.0.port: 80 | not-allowed apps.0.routes.0.port
          apps.0.routes.0.service: web | not-allowed apps.0.routes.0.service
          apps.0.routes.0.path: /x | not-allowed apps.0.routes.0.path
          apps.0.routes.0.targetPort: 8080 | nobody-to-admit apps.0.routes.0
          apps.0.routes.0.targetPort: 8080 && exposure.gateway: {name: edge, namespace: web, listener: all} |
          apps.0.service: {name: web, port: 80} | not-allowed apps.0.routes
          """)
  void whatTheBundleBringsIsTheBundles(String change, String said) {
    BROUGHT.says(change, said);
  }

  @Test
  void aRouteOfTheBundleNeedsADomainToo() {
    assertThat(BROUGHT.with("exposure: - && apps.0.values: -").said())
        .containsExactly("route-without-domain apps.0.routes.0");
  }

  @Test
  void whatIsLeftOutIsTheServicesOwn() {
    assertThat(SEVERAL.with("apps.0.routes.0.targetPort: -").platform().apps().getFirst().routes())
        .extracting(Route::targetPort, it -> it.service().orElseThrow().targetPort(), Route::name)
        .startsWith(tuple(Optional.of(80), 80, Optional.of("web")));
    assertThat(BROUGHT.platform().apps().getFirst().routes().getFirst().service()).isEmpty();
    assertThat(SEVERAL.loaded().blueprints().getFirst().routes())
        .extracting(ServedRoute::port, ServedRoute::targetPort, ServedRoute::path)
        .isEqualTo(
            List.of(tuple(80, 8080, "/"), tuple(8080, 9090, "/admin"), tuple(8080, 9090, "/")));
  }
}
