package dev.mayfly.manifest;

import static dev.mayfly.manifest.Rendered.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.Node;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a sync running, and so holds back the next commit and the end of a preview. */
class SyncPolicyTest {
  @ParameterizedTest
  @CsvSource({
    "primitives, orders",
    "monolith, monolith",
    "monolith-overlay, monolith",
  })
  void aPushAppliesOnlyWhatIsOutOfSync(String example, String app) {
    assertThat(options(Rendered.example(example), app))
        .contains("ApplyOutOfSyncOnly=true", "FailOnSharedResource=true");
  }

  @Test
  void aCreatedNamespaceChangesNothingOfThat() {
    Rendered rendered =
        Rendered.example("primitives", "strategy: manifest", "strategy: create-namespace");
    assertThat(options(rendered, "orders"))
        .contains("ApplyOutOfSyncOnly=true", "CreateNamespace=true");
  }

  /** The checks must not run before a database and a workload that this sync leaves alone. */
  @ParameterizedTest
  @ValueSource(strings = {"monolith", "monolith-overlay"})
  void aMigrationCheckWaitsForEveryWave(String example) {
    Rendered rendered =
        Rendered.example(
            example, "mode: clone", "mode: clone\n        migrationCheck: {table: migrations}");
    assertThat(options(rendered, "monolith"))
        .doesNotContain("ApplyOutOfSyncOnly=true")
        .contains("FailOnSharedResource=true");
  }

  /**
   * Argo CD raises the count of tries before it reads the waiting time, so the first wait is the
   * duration times the factor already (Argo CD 3.5, {@code RetryStrategy.NextRetryAt}; eight
   * minutes were measured with a limit of 5, 10s, 2 and 3m).
   */
  @Test
  void aSyncThatFailsIsOverSoon() {
    Node retry = policy(Rendered.example("primitives"), "orders", "retry");
    int limit = Integer.parseInt(text(retry, "limit"));
    Duration longest = Duration.parse("PT" + text(retry, "backoff", "maxDuration"));
    Duration waited = Duration.ZERO;
    for (int tries = 1; tries <= limit; tries++) {
      Duration wait =
          Duration.parse("PT" + text(retry, "backoff", "duration"))
              .multipliedBy(
                  (long) Math.pow(Integer.parseInt(text(retry, "backoff", "factor")), tries));
      waited = waited.plus(wait.compareTo(longest) < 0 ? wait : longest);
    }
    assertThat(limit).isBetween(2, 3);
    assertThat(waited).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void orphansAreWatchedWhereTheNamespaceIsThePreviews() {
    assertThat(text(project(Rendered.example("primitives")), "spec", "orphanedResources", "warn"))
        .isEqualTo("true");
  }

  @Test
  void orphansOfASharedNamespaceAreProductions() {
    assertThat(project(Rendered.example("monolith")).at("spec", "orphanedResources")).isNull();
  }

  private static Node project(Rendered rendered) {
    return rendered.inSet("app-project.yaml");
  }

  private static List<String> options(Rendered rendered, String app) {
    return Rendered.texts(policy(rendered, app), "syncOptions");
  }

  private static Node policy(Rendered rendered, String app, String... path) {
    Node set = rendered.inSet("application-set-" + app + ".yaml");
    Node policy = Objects.requireNonNull(set.at("spec", "template", "spec", "syncPolicy"));
    return Objects.requireNonNull(policy.at(path));
  }
}
