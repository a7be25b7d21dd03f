package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.YamlDraft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many labels a host may have, and that no two previews have one in common. */
class RouteHostsTest {
  private static final YamlDraft SEVERAL = YamlDraft.example("shapes/several-hosts");
  private static final YamlDraft ISSUED =
      YamlDraft.example("shapes/ingress")
          .with("spec.exposure.ingress.tls", "{issuer: letsencrypt}");

  @ParameterizedTest
  @CsvSource({
    "${pr.number}.api, true",
    "x-${pr.number}.api, true",
    "x-${pr.number}, true",
    "${pr.number}.other, false",
    "${pr.number}.x.api, false",
    "x.${pr.number}, false",
    "x.${pr.number}.api, false"
  })
  void aWildcardCoversOneLabel(String host, boolean fits) {
    List<String> refused = refused(SEVERAL.with("spec.apps.0.routes.2.host", "'" + host + "'"));
    assertThat(refused).isEqualTo(fits ? List.of() : List.of("host-of-two-labels"));
  }

  @ParameterizedTest
  @CsvSource({"${pr.number}.web", "api.${pr.number}", "a.b.c-${pr.number}.d"})
  void whoGetsACertificateOfItsOwnHasAnyNumberOfLabels(String host) {
    assertThat(refused(ISSUED.with("spec.naming", "{host: '" + host + "'}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a..${pr.number}", "-a.${pr.number}", "a.${pr.number}.-b", "a.${pr.number}."})
  void eachLabelIsOne(String host) {
    assertThat(refused(ISSUED.with("spec.naming", "{host: '" + host + "'}")))
        .containsExactly("name-limit");
  }

  @Test
  void hostsOfTwoAppsDoNotMeet() {
    YamlDraft two =
        SEVERAL.with(
            "spec.apps.1",
            "{name: shop, repository: acme/shop, bundle: {kind: directory, path: deploy}, images:"
                + " [], routes: [{service: shop, port: 80, primary: true}, {host:"
                + " '${pr.number}.api', service: api, port: 80}]}");
    assertThat(refused(two)).contains("names-can-meet");
    assertThat(refused(two.with("spec.apps.1.routes.1.host", "'shop-${pr.number}.api'"))).isEmpty();
  }

  @Test
  void thePrimaryComesFirst() {
    LoadedPlatform loaded =
        PlatformLoader.load(
            "mayfly.yaml",
            SEVERAL
                .with("spec.apps.0.routes.0.primary", "false")
                .with("spec.apps.0.routes.2.primary", "true")
                .bytes());
    Blueprint blueprint = loaded.blueprints().getFirst();
    assertThat(blueprint.url().orElseThrow())
        .hasToString("https://<number>.api.preview.example.dev");
    assertThat(blueprint.routes().stream().map(ServedRoute::suffix))
        .containsExactly("", "-web", "-admin");
  }

  private static List<String> refused(YamlDraft draft) {
    try {
      PlatformLoader.load("mayfly.yaml", draft.bytes());
      return List.of();
    } catch (ProblemsException e) {
      return e.problems().stream().map(Problem::id).distinct().toList();
    }
  }
}
