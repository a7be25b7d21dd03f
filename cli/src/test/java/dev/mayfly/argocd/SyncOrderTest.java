package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyncOrderTest {
  private static String of(Map<String, String> annotations) {
    return SyncOrder.of(name -> annotations.getOrDefault(name, ""))
        .map(SyncOrder::toString)
        .orElse("never");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "7, '', 7",
    "-3, 9, -3",
    "+3, '', 3",
    "'', 4, 4",
    "soon, 4, 4",
    "99999999999999999999, 4, 4",
    "9223372036854775807, '', 9223372036854775807",
    "9223372036854775808, '', 0",
    "soon, later, 0",
    "' 1', '', 0",
  })
  void aWaveThatIsNoNumberLeavesItToTheWeight(String wave, String weight, long read) {
    assertThat(of(Map.of(ArgoMetadata.SYNC_WAVE, wave, SyncOrder.WEIGHT, weight)))
        .isEqualTo("wave " + read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PostSync,PreSync | PreSync, wave 0",
        "Sync | wave 0",
        "SyncFail | SyncFail, wave 0",
        "Skip | never",
        "Skip,Sync | never",
        "PreDelete | never",
        "PostSync,PostDelete | PostSync, wave 0",
        "nonsense | wave 0",
      })
  void theFirstPhaseCounts(String hook, String order) {
    assertThat(of(Map.of(SyncHooks.ARGO, hook))).isEqualTo(order);
  }

  @Test
  void phasesComeBeforeWaves() {
    List<SyncOrder> sorted =
        Stream.of(
                new SyncOrder(SyncPhase.POST_SYNC, -9),
                new SyncOrder(SyncPhase.SYNC, 2),
                new SyncOrder(SyncPhase.SYNC, -2),
                new SyncOrder(SyncPhase.PRE_SYNC, 9))
            .sorted()
            .toList();
    assertThat(sorted.toString())
        .isEqualTo("[PreSync, wave 9, wave -2, wave 2, PostSync, wave -9]");
    assertThat(sorted.get(1).inFull()).isEqualTo("Sync, wave -2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/foreground", "/background"})
  void aFinalizerCascadesInEachOfItsForms(String form) {
    assertThat(ArgoMetadata.cascades(ArgoMetadata.FINALIZER + form)).isTrue();
    assertThat(ArgoMetadata.cascades(ArgoMetadata.FINALIZER + form + "x")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Healthy, false",
    "Suspended, false",
    "Unknown, false",
    "'', false",
    "Degraded, true",
    "Missing, true",
    "Progressing, true",
    "healthy, true",
    "Nonsense, true"
  })
  void whatIsNotWellNeedsAttention(String word, boolean needed) {
    assertThat(HealthStatus.of(word).needsAttention()).isEqualTo(needed);
  }

  @ParameterizedTest
  @CsvSource({"Failed, true", "Error, true", "Running, false", "Succeeded, false", "'', false"})
  void anOperationFailsByItsPhase(String word, boolean failed) {
    assertThat(OperationPhase.of(word).isFailure()).isEqualTo(failed);
  }
}
