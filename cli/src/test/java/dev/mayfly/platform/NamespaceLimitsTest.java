package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static dev.mayfly.platform.PlatformCase.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who shares a namespace: nobody, the apps of an environment, or all previews and production. */
class NamespaceLimitsTest {
  private static final PlatformCase TOGETHER = PlatformCase.of("shapes/environment");
  private static final String BESIDE_PRODUCTION = "shared-namespace namespace.strategy";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apps.0.environment: stock | environment-named-as-app apps.0.environment
          apps.0.environment: stock && apps.1.environment: - | environment-named-as-app apps.0.environment
          apps.1.repository: acme/other | environment-of-two-repositories apps.1.repository
          apps.1.repository: acme/other && apps.1.environment: - |
          apps.1.repository: acme/other && apps.1.environment: depot |
          namespace.strategy: create-namespace | environment-namespace namespace.strategy
          gitops.change: pull-request | environment-by-pull-request gitops.change
          gitops.removal: pull-request | environment-by-pull-request gitops.removal
          gitops: {repository: "https://github.com/acme/gitops.git"} | environment-by-pull-request gitops
          apps.0.environment: - && apps.1.environment: - && gitops.change: pull-request |
          apps.1.service: {name: web, port: 80} | environment-one-service apps
          apps.1.service: {name: stock, port: 80} |
          apps.1.service: {name: web, port: 80} && apps.1.environment: depot |
          """)
  void appsOfAnEnvironment(String change, String said) {
    TOGETHER.says(change, said);
  }

  @Test
  void anEnvironmentIsOfOverlaysAndOfANamespaceOfItsOwn() {
    assertThat(TOGETHER.with("gitops.delivery: generator").said())
        .contains("generator-environment gitops.delivery")
        .noneMatch(it -> it.startsWith("environment-by"));
    PlatformCase shared = TOGETHER.with("namespace.strategy: shared && namespace.name: prod");
    assertThat(shared.said()).contains("environment-namespace namespace.strategy");
    assertThat(shared.problems())
        .anyMatch(it -> it.message().startsWith("all previews share one namespace already"));
    assertThat(TOGETHER.with("gitops.removal: pull-request").problems().getFirst().hint())
        .contains("for removals too");
    assertThat(TOGETHER.with("gitops.change: pull-request").problems().getFirst().hint())
        .doesNotContain("for removals too");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          namespace.quota: {pods: "1"} | shared-namespace-quota namespace.quota
          namespace.limits: {default: {memory: 1Mi}} | shared-namespace-quota namespace.limits
          namespace.limits: {defaultRequest: {memory: 1Mi}} | shared-namespace-quota namespace.limits
          admission.undecided: warn | shared-namespace-undecided admission.undecided
          admission.undecided: refuse |
          apps.0.values: - && apps.0.bundle.kind: directory | shared-namespace-directory apps.0.bundle.kind
          apps.0.values: - && apps.0.bundle.kind: kustomize | shared-namespace-references apps.0.bundle.kind
          apps.0.values: - && apps.0.bundle.kind: kustomize && apps.0.database: - | shared-namespace-references apps.0.bundle.kind
          apps.0.values: - && apps.0.bundle.kind: kustomize && apps.0.bindings: - | shared-namespace-references apps.0.bundle.kind
          apps.0.values: - && apps.0.bundle.kind: kustomize && apps.0.bindings: - && apps.0.database: - |
          apps.0.bindings.secrets: [{name: x, store: s, key: k, kind: SecretStore}] |
          apps.0.service.name: monolith | shared-service apps.0.service.name
          apps.0.service.name: "${preview.application}-web" |
          apps.0.service.name: "${preview.application}web" | shared-service apps.0.service.name
          """)
  void besideProduction(String change, String said) {
    List<String> all = SHARED.with(change).said();
    assertThat(all).contains(said == null ? BESIDE_PRODUCTION : said);
    assertThat(all.stream().filter(it -> !it.equals(BESIDE_PRODUCTION)).toList())
        .hasSize(said == null ? 0 : 1);
  }

  /** A SecretStore cannot be in a namespace that does not exist yet. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apps.0.bindings.secrets.0.kind: SecretStore | store-elsewhere apps.0.bindings.secrets.0.kind
          apps.0.database.credentials.kind: SecretStore | store-elsewhere apps.0.database.credentials.kind
          apps.0.database.credentials.kind: ClusterSecretStore |
          apps.0.database.credentials.kind: Store | not-allowed apps.0.database.credentials.kind
          """)
  void inANamespaceThatComesWithThePreview(String change, String said) {
    PRIMITIVES.says(change, said);
  }

  @Test
  void anEnvironmentHasPreviewsAsAnAppHas() {
    LoadedPlatform loaded = TOGETHER.loaded();
    assertThat(loaded.all().stream().map(it -> it.app().name()))
        .containsExactly("web", "stock", "shop");
    assertThat(loaded.all().stream().map(Blueprint::isEnvironment))
        .containsExactly(false, false, true);
    assertThat(loaded.all().stream().map(Blueprint::isInEnvironment))
        .containsExactly(true, true, false);
    assertThat(loaded.all().stream().map(Blueprint::ownsNamespace))
        .containsExactly(false, false, true);
    App web = loaded.platform().app("web").orElseThrow();
    assertThat(loaded.environment(web).orElseThrow().app().name()).isEqualTo("shop");
    assertThat(loaded.blueprint("shop")).isEqualTo(loaded.environment(web));
    assertThat(loaded.blueprint("shops")).isEmpty();
    assertThat(loaded.environments().getFirst().app().bundle().path()).isEqualTo("previews/shop");
    assertThat(loaded.platform().place("web")).isEqualTo("shop");
    assertThat(loaded.platform().place("shop")).isEqualTo("shop");
    assertThat(loaded.blueprint("web").orElseThrow().objectName("x")).hasToString("web-x");
    LoadedPlatform two = TOGETHER.with("apps.1.environment: depot").loaded();
    assertThat(two.environment(two.platform().apps().getLast()).orElseThrow().app().name())
        .isEqualTo("depot");
    LoadedPlatform alone = PRIMITIVES.loaded();
    assertThat(alone.environment(alone.platform().apps().getFirst())).isEmpty();
    assertThat(alone.platform().place("orders")).isEqualTo("orders");
    assertThat(alone.blueprints().getFirst().objectName("x")).hasToString("x");
    assertThat(SHARED.loaded().blueprints().getFirst().objectName("x"))
        .hasToString("monolith-pr-<number>-x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | kube-system | k8s-app=kube-dns | 53 |
          {kind: openshift} | openshift-dns | dns.operator.openshift.io/daemonset-dns=default | 5353 |
          {kind: node-local} | kube-system | k8s-app=kube-dns | 53 | 169.254.20.10
          {kind: node-local, addresses: [10.0.0.10]} | kube-system | k8s-app=kube-dns | 53 | 10.0.0.10
          {kind: openshift, namespace: dns, podLabels: {a: b}, port: 54} | dns | a=b | 54 |
          """)
  void podsAskForNames(String dns, String namespace, String labels, int port, String address) {
    ClusterDns read = PRIMITIVES.with("namespace.dns: " + dns).platform().namespace().dns();
    String[] label = labels.split("=");
    assertThat(read)
        .isEqualTo(
            new ClusterDns(
                namespace,
                Map.of(label[0], label[1]),
                port,
                address == null ? List.of() : List.of(address)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          helm | begin it with `${preview.application}`
          kustomize | write `${preview.application}-monolith`
          """)
  void saysHowAServiceGetsANameOfItsOwn(String kind, String hint) {
    List<Problem> problems =
        SHARED
            .with(
                "apps.0.service.name: monolith && apps.0.values: - && apps.0.bindings: - &&"
                    + " apps.0.database: - && apps.0.bundle.kind: "
                    + kind)
            .problems();
    assertThat(problems)
        .filteredOn(it -> it.id().equals("shared-service"))
        .singleElement()
        .satisfies(it -> assertThat(it.hint()).startsWith(hint));
  }
}
