package dev.mayfly.manifest;

import static dev.mayfly.manifest.Rendered.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When Argo CD gives up a sync; a close waits as long. */
class SyncTimeoutTest {
  private static final String EPHEMERAL =
      "{mode: ephemeral, name: orders, owner: orders, storage: {size: 1Gi}, requests: {memory:"
          + " 256Mi}, image: 'ghcr.io/cloudnative-pg/postgresql:17.5@sha256:"
          + "a".repeat(64)
          + "'";

  @Test
  void followsTheSlowestDatabase() {
    YamlDraft shared = YamlDraft.example("primitives");
    YamlDraft none = shared.with("spec.apps.0.database", "{mode: none}");
    assertThat(seconds(none)).isEqualTo("600");
    assertThat(seconds(shared)).isEqualTo("600");
    assertThat(seconds(shared.with("spec.apps.0.database", EPHEMERAL + "}"))).isEqualTo("600");
    assertThat(seconds(YamlDraft.example("monolith"))).isEqualTo("1800");
    assertThat(seconds(YamlDraft.example("monolith-overlay"))).isEqualTo("1800");
  }

  /**
   * Both Jobs of a check run inside the sync, each as long as its deadline; one slow app of several
   * is enough.
   */
  @Test
  void leavesTimeForTheChecksOfMigrations() {
    YamlDraft checked =
        YamlDraft.example("primitives")
            .with("spec.apps.0.database", "{mode: none}")
            .with(
                "spec.apps.1",
                "{name: other, repository: acme/other, bundle: {kind: directory, path: deploy},"
                    + " database: "
                    + EPHEMERAL
                    + ", migrationCheck: {table: history, deadlineSeconds: 100}}}")
            .with(
                "spec.apps.2",
                "{name: third, repository: acme/third, bundle: {kind: directory, path: deploy}}");
    assertThat(seconds(checked)).isEqualTo("800");
  }

  @ParameterizedTest
  @CsvSource({"1m, 60", "10m, 600", "999m, 59940", "1h, 3600", "24h, 86400"})
  void theAdminsWordGoesFirst(String written, String seconds) {
    YamlDraft clone = YamlDraft.example("monolith").with("spec.argocd.syncTimeout", written);
    assertThat(seconds(clone)).isEqualTo(seconds);
  }

  private static String seconds(YamlDraft draft) {
    return text(
        Rendered.of(draft.text(), LivePreviews.NONE).inSet("patches/argocd-cmd-params-cm.yaml"),
        "data",
        "controller.sync.timeout.seconds");
  }
}
