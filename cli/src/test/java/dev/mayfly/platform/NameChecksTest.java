package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static dev.mayfly.platform.PlatformCase.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of two apps, and of two platforms, never meet. */
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
          - |
          metadata.name: homelab && apps.1.name: monolith-pr-1 | names-can-meet naming.application
          """)
  void ofObjectsBesideProduction(String change, String said) {
    PlatformCase two =
        SHARED.with(
            "gitops.delivery: overlay && naming: - && apps.1: {name: other, repository: acme/b,"
                + " bundle: {kind: helm, path: p}, resources: [{group: apps, kind: Deployment}],"
                + " bindings: {config: {A: b}}}");
    assertThat(two.with(change.equals("-") ? null : change).said())
        .contains("shared-namespace namespace.strategy")
        .noneMatch(it -> said == null && it.startsWith("names"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          naming.application: "${app.name}-${pr.number}" |
          apps.0.name: stock-1 && apps.0.bindings.secrets: [{name: bindings-a, store: s, key: k}] |
          apps.0.bindings.secrets: [{name: x, store: s, key: k}] && apps.1.bindings.secrets: [{name: x, store: s, key: k}] |
          apps.0.name: stock-x && apps.1.bindings.secrets: [{name: x-bindings, store: s, key: k}] | names-can-meet apps
          apps.0.name: stock-x && apps.0.bindings.secrets: [{name: key, store: s, key: k}] && apps.1.bindings.secrets: [{name: x-key, store: s, key: k}] | names-can-meet apps
          """)
  void ofObjectsOfAnEnvironment(String change, String said) {
    TOGETHER.says(change, said);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          metadata.name: primitives | platforms-meet spec
          metadata.name: two && argocd.project: primitives-previews | platforms-meet argocd.project
          metadata.name: two && argocd.project: primitives-previews && argocd.namespace: argo2 |
          metadata.name: two && argocd.project: two |
          """)
  void ofTwoPlatforms(String change, String said) {
    PlatformCase other =
        PRIMITIVES.with(
            "naming: {host: \"x-${pr.number}\", application: \"x-${pr.number}\", namespace:"
                + " \"x-${pr.number}\", database: \"x-${pr.number}\"}");
    assertThat(meetings(PRIMITIVES, other.with(change))).isEqualTo(said == null ? "" : said);
  }

  /** Each name counts where both are in one place: of Argo CD, of the cluster, or of all hosts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          namespace | platforms-meet naming.namespace
          namespace cluster |
          application | platforms-meet naming.application
          application cluster | platforms-meet naming.application
          application cluster argocd |
          application argocd | platforms-meet naming.application
          host cluster argocd | platforms-meet naming.host
          database | platforms-meet naming.database
          database cluster |
          database elsewhere |
          """)
  void ofPreviewsOfTwoPlatforms(String what, String said) {
    PlatformCase own =
        PRIMITIVES.with(
            "naming: {host: \"h-${pr.number}\", application: \"a-${pr.number}\", namespace:"
                + " \"n-${pr.number}\", database: \"d-${pr.number}\"}");
    PlatformCase other =
        own.with(
            "metadata.name: two && argocd.project: two && naming: {host: \"h2-${pr.number}\","
                + " application: \"a2-${pr.number}\", namespace: \"n2-${pr.number}\", database:"
                + " \"d2-${pr.number}\"}");
    String name = what.split(" ")[0];
    other = other.with("naming." + name + ": \"" + name.charAt(0) + "-${pr.number}\"");
    other = what.contains("cluster") ? other.with("argocd.cluster: {name: b}") : other;
    other = what.contains("argocd") ? other.with("argocd.namespace: argo2") : other;
    other = what.contains("elsewhere") ? other.with("apps.0.database.sourceNamespace: x") : other;
    assertThat(meetings(own, other)).isEqualTo(said == null ? "" : said);
  }

  @Test
  void ofSetsOfTwoPlatforms() {
    PlatformCase own = PRIMITIVES.with("metadata.name: a-b && apps.0.name: c");
    PlatformCase other =
        PRIMITIVES.with(
            "metadata.name: a && apps.0.name: b-c && argocd.project: x && argocd.namespace: argo2"
                + " && argocd.cluster: {name: b}");
    assertThat(meetings(own.with("argocd.project: own"), other)).contains("platforms-meet apps");
  }

  @Test
  void theClusterOfArgoCdHasTwoNames() {
    TargetCluster own = PRIMITIVES.platform().argocd().cluster();
    TargetCluster named = new TargetCluster(true, "in-cluster");
    assertThat(own.isSame(named)).isTrue();
    assertThat(named.isSame(own)).isTrue();
    assertThat(named.isSame(named)).isTrue();
    assertThat(own.isSame(new TargetCluster(true, "other"))).isFalse();
    assertThat(new TargetCluster(true, "other").isSame(own)).isFalse();
    assertThat(new TargetCluster(false, "in-cluster").isSame(own)).isFalse();
    assertThat(PRIMITIVES.with("argocd.cluster: {name: b}").platform().argocd().cluster())
        .isEqualTo(new TargetCluster(true, "b"));
    assertThat(PRIMITIVES.with("argocd.cluster: -").platform().argocd().cluster()).isEqualTo(own);
  }

  private static String meetings(PlatformCase own, PlatformCase other) {
    return String.join(
        ", ", own.pointing(Neighbours.meetings(own.loaded(), other.loaded(), "b/mayfly.yaml")));
  }
}
