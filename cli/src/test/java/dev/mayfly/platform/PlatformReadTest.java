package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.CLONE;
import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is left out has a meaning, what is left open is told first, and messages say which it is.
 */
class PlatformReadTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apps.0.name: TODO(adopt) which | left-open apps.0.name
          codeOwners: ["@acme/platform", "TODO(adopt) who", x] | left-open codeOwners.1
          apps: [] | no-apps apps
          naming.host: "${pr.title}-${pr.number}" | untrusted-key
          apps.0.bindings.config.A: 1 | wrong-type apps.0.bindings.config.A
          apps.0.bindings.config.A: [x] | wrong-type apps.0.bindings.config.A
          apps.0.bindings.config.A/B: x | wrong-syntax
          apps.0.bindings.config.A: "${pr.title}" | untrusted-key
          """)
  void whatIsWrittenWrong(String change, String said) {
    PRIMITIVES.says(change, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apps.0.bindings.config.A: 1 | put it in quotes
          namespace.egress: [{port: 1}] | the field `namespace` is missing
          namespace.egress: [{port: 1, namespace: a, internet: true}] | a second target
          namespace.ingress: [{ports: [1]}] | the field `namespace` is missing
          namespace.ingress: [{namespace: a, cidr: 10.0.0.0/8}] | a second source
          argocd.webhook.gateway: - | the field `gateway` is missing
          argocd.webhook.ingress: {class: nginx} | not allowed beside
          namespace.quota.limits~1cpu: "1" | namespace.limits.default.cpu
          namespace.limits.defaultRequest.cpu: - | namespace.limits.defaultRequest.cpu
          """)
  void saysWhichItIs(String change, String words) {
    Problem problem = PRIMITIVES.with(change).problems().getFirst();
    assertThat(problem.message() + " " + problem.hint()).contains(words);
  }

  @Test
  void imagesHaveNamesAndMayShareALockFile() {
    App app =
        PRIMITIVES
            .with(
                "apps.0.images: [{id: b, name: r.example/b, lock: two.yaml}, {id: a, name:"
                    + " r.example/a, lock: two.yaml}, {id: c, name: r.example/c, lock: one.yaml},"
                    + " {id: d, name: r.example/d}]")
            .platform()
            .apps()
            .getFirst();
    assertThat(app.imageNames()).containsKeys("a", "b", "c", "d").containsEntry("b", "r.example/b");
    assertThat(app.lockFiles()).containsExactly("one.yaml", "two.yaml");
  }

  @Test
  void whatIsLeftOutHasAMeaning() {
    Platform platform =
        PRIMITIVES.with("admission: - && argocd: - && gitops.branch: - && naming: -").platform();
    assertThat(platform.admission().targetBranches()).containsExactly("main");
    assertThat(platform.admission().labels().all()).containsExactly("preview");
    assertThat(platform.admission().limit()).isEqualTo(3);
    assertThat(platform.admission().lowered()).isEmpty();
    assertThat(platform.argocd().project()).isEqualTo("primitives-previews");
    assertThat(platform.gitops().branch()).isEqualTo("main");
    assertThat(platform.app("orders").orElseThrow().repositoryUrl())
        .isEqualTo("https://github.com/acme/primitives.git");
    assertThat(platform.app("orders").orElseThrow().image("app").orElseThrow().name())
        .isEqualTo("ghcr.io/acme/orders");
    assertThat(platform.app("orders").orElseThrow().image("other")).isEmpty();
    assertThat(PRIMITIVES.with("admission.undecided: warn").platform().admission().lowered())
        .isPresent();
    assertThat(
            PRIMITIVES
                .with("admission.targetBranches: [dev]")
                .platform()
                .admission()
                .targetBranches())
        .containsExactly("dev");
  }

  /** A sync waits for the slowest database of a platform, and for the Jobs of its check. */
  @Test
  void aSyncHasAsLongAsItsSlowestApp() {
    assertThat(SyncTimeout.of(PRIMITIVES.platform())).isEqualTo(Duration.ofMinutes(10));
    assertThat(SyncTimeout.of(CLONE.platform())).isEqualTo(Duration.ofMinutes(30));
    assertThat(SyncTimeout.of(CLONE.with("argocd.syncTimeout: 12m").platform()))
        .isEqualTo(Duration.ofMinutes(12));
    String check = "apps.0.database.migrationCheck: {table: t, deadlineSeconds: 60}";
    assertThat(SyncTimeout.of(CLONE.with(check).platform())).isEqualTo(Duration.ofMinutes(32));
    String two =
        "apps.1: {name: two, repository: a/b, bundle: {kind: kustomize, path: p}, database: {mode:"
            + " shared, source: s, sourceNamespace: d, credentials: {store: x}}} && naming: {host:"
            + " \"${app.name}-${pr.number}\"}";
    assertThat(SyncTimeout.of(CLONE.with(two).platform())).isEqualTo(Duration.ofMinutes(30));
  }
}
