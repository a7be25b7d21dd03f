package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static dev.mayfly.platform.PlatformCase.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of two apps never meet, whatever the numbers of their pull requests are. */
class NameChecksTest {
  private static final PlatformCase TWO =
      PRIMITIVES.with(
          "apps.1: {name: stock, repository: acme/stock, bundle: {kind: kustomize, path: p},"
              + " service: {name: stock, port: 80}, resources: [{group: apps, kind: Deployment}],"
              + " database: {mode: shared, source: shared-pg, sourceNamespace: databases,"
              + " credentials: {store: preview-db}}}");
  private static final PlatformCase TOGETHER = PlatformCase.of("shapes/environment");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          naming: {} |
          naming.namespace: "pr-${pr.number}" | names-can-meet naming.namespace
          naming.application: "pr-${pr.number}" | names-can-meet naming.application
          naming.host: "pr-${pr.number}" | names-can-meet naming.host
          naming.database: "pr-${pr.number}" | names-can-meet naming.database
          naming.application: "web" | name-limit naming.application, name-limit naming.application
          naming.host: "${preview.host}" | missing-key
          """)
  void ofTwoApps(String change, String said) {
    TWO.says(change, said);
  }

  /** In a namespace for all, what each app has must differ whatever the numbers are. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          web |
          monolith-pr-1 | names-can-meet naming
          """)
  void ofObjectsBesideProduction(String other, String said) {
    List<String> all =
        SHARED
            .with(
                "gitops.delivery: overlay && naming: {database: \"${app.name}-db-${pr.number}\","
                    + " host: \"${app.name}-${pr.number}\"} && apps.0.bindings.secrets: [{name:"
                    + " x-pr-5-bindings, store: s, key: k}] && apps.1: {name: "
                    + other
                    + "-x, repository: acme/b, bundle: {kind: helm, path: p}, resources: [{group:"
                    + " apps, kind: Deployment}]}")
            .said();
    assertThat(all.stream().filter(it -> it.startsWith("names")).toList())
        .isEqualTo(said == null ? List.of() : List.of(said));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          naming.application: "${app.name}-${pr.number}" |
          apps.0.name: stock-1 && apps.0.bindings.secrets: [{name: bindings-a, store: s, key: k}] |
          apps.0.bindings.secrets: [{name: x, store: s, key: k}] && apps.1.bindings.secrets: [{name: x, store: s, key: k}] |
          apps.0.service: - && apps.0.routes: [{service: web, port: 80, primary: true}, {service: web, name: admin, path: /admin, port: 80}] && apps.1.name: web-pr-5 && apps.1.bindings.secrets: [{name: admin, store: s, key: k}] | names-can-meet apps
          apps.1.name: web-pr-5 && apps.1.bindings.secrets: [{name: admin, store: s, key: k}] |
          naming.application: "${app.name}-${pr.number}-x" && apps.1.name: web-5 && apps.1.bindings.secrets: [{name: x, store: s, key: k}] |
          apps.0.name: stock-x && apps.1.bindings.secrets: [{name: x-bindings, store: s, key: k}] | names-can-meet apps
          apps.0.name: stock-x && apps.0.bindings.secrets: [{name: key, store: s, key: k}] && apps.1.bindings.secrets: [{name: x-key, store: s, key: k}] | names-can-meet apps
          """)
  void ofObjectsOfAnEnvironment(String change, String said) {
    TOGETHER.says(change, said);
  }

  /** CloudNativePG names a cluster's Secret, and an app its own. */
  @ParameterizedTest
  @CsvSource({"app, names-can-meet apps", "other, ''"})
  void ofASecretAndThatOfADatabase(String secret, String said) {
    TOGETHER.says(
        "apps.0.database: {mode: ephemeral, storage: {size: 1Gi}, image: 'ghcr.io/acme/pg:17.5@sha256:"
            + "1".repeat(64)
            + "'} && apps.1.name: web-pr-5 && apps.1.bindings.secrets: [{name: "
            + secret
            + ", store: s, key: k}]",
        said);
  }

  @Test
  void saysWhoseTheyAre() {
    assertThat(TWO.with("naming.host: \"pr-${pr.number}\"").problems().getFirst().message())
        .contains("apps `orders` and `stock`");
    assertThat(TOGETHER.with("naming.application: \"pr-${pr.number}\"").problems())
        .anyMatch(it -> it.message().contains("app `web` and environment `shop`"))
        .anyMatch(it -> it.message().contains("apps `web` and `stock`"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          naming: - | cluster-named-as-release spec
          naming.database: "${app.name}-${pr.number}" |
          naming: - && apps.0.bundle.kind: kustomize |
          """)
  void ofAReleaseAndItsCluster(String change, String said) {
    PlatformCase.CLONE
        .with(
            "apps.0.values: - && naming: - && apps.0.database: {mode: ephemeral, storage: {size:"
                + " 1Gi}, image: 'ghcr.io/acme/pg:17.5@sha256:"
                + "1".repeat(64)
                + "'}")
        .says(change, said);
  }

  @Test
  void ofAClusterElsewhere() {
    PlatformCase.CLONE.says("naming: -", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.host: "web-1${pr.number}" | names-can-meet apps.0.routes
          1.host: "web-x${pr.number}" |
          """)
  void ofTwoRoutes(String change, String said) {
    PlatformCase.of("shapes/several-hosts").says("apps.0.routes." + change, said);
  }
}
