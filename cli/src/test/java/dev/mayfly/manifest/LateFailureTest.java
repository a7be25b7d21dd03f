package dev.mayfly.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.PlatformLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator or Argo CD would refuse much later is refused when the platform is loaded. */
class LateFailureTest {
  private static final YamlDraft SCHEDULED =
      YamlDraft.example("monolith-overlay")
          .with(
              "spec.apps.0.database.snapshot",
              "{from: latest, class: longhorn-snap, schedule: 0 0 3 * * *}");

  @Test
  void aScheduledBackupsNameLeavesRoomForTheTime() {
    String longest = "a".repeat(39);
    assertThatCode(() -> load(SCHEDULED.with("spec.apps.0.database.source", longest)))
        .doesNotThrowAnyException();
    assertThat(refusal(SCHEDULED.with("spec.apps.0.database.source", longest + "a")))
        .isEqualTo("schedule-name-limit");
  }

  @Test
  void withoutAForgesAddressTheRepositoryNeedsItsOwn() {
    YamlDraft draft = YamlDraft.example("primitives").with("spec.forge", "{kind: none}");
    assertThat(refusal(draft)).isEqualTo("repository-url-unknown");
    assertThatCode(
            () -> load(draft.with("spec.apps.0.repositoryUrl", "https://git.example.dev/a.git")))
        .doesNotThrowAnyException();
    assertThatCode(() -> load(draft.with("spec.forge.url", "https://git.example.dev")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "0123", "12_3", "1e3", "12:30"})
  void aValueThatReadersTakeForDifferentThingsIsRefused(String value) {
    YamlDraft draft =
        YamlDraft.example("monolith")
            .with(
                java.util.List.of("spec", "apps", 0, "values", "prEnv"), new YamlDraft.Raw(value));
    assertThat(refusal(draft)).isEqualTo("scalar-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "~", "null"})
  void aValueThatAllReadersTakeForTheSameIsNot(String value) {
    YamlDraft draft =
        YamlDraft.example("monolith")
            .with(
                java.util.List.of("spec", "apps", 0, "values", "prEnv"), new YamlDraft.Raw(value));
    assertThatCode(() -> load(draft)).doesNotThrowAnyException();
  }

  private static void load(YamlDraft draft) {
    PlatformLoader.load("mayfly.yaml", draft.bytes());
  }

  private static String refusal(YamlDraft draft) {
    ProblemsException refused = catchThrowableOfType(ProblemsException.class, () -> load(draft));
    return refused.problems().stream()
        .filter(problem -> problem.severity() == dev.mayfly.diagnostic.Severity.ERROR)
        .map(problem -> problem.id())
        .findFirst()
        .orElse("");
  }
}
