package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What gates and sweeps ask of one policy, so that no preview is opened that the next sweep takes.
 */
class AdmissionTest {
  @Test
  void aPreviewIsOverOnTheDayOfTheLimit() {
    Admission.Expiry expiry = new Admission.Expiry(3, "keep");
    Duration limit = Duration.ofDays(3);
    assertThat(expiry.isOver(Set.of("preview"), limit)).isTrue();
    assertThat(expiry.isOver(Set.of("preview"), limit.minusNanos(1))).isFalse();
    assertThat(expiry.isOver(Set.of("preview", "keep"), limit.multipliedBy(100))).isFalse();
    assertThat(expiry.keeps(Set.of("Keep"))).isFalse();
  }

  @Test
  void labelsAreMissingOrAgainst() {
    Admission.Labels labels = new Admission.Labels(List.of("b", "a"), List.of("no", "never"));
    assertThat(labels.missing(Set.of("x"))).containsExactly("b", "a");
    assertThat(labels.missing(Set.of("a", "b"))).isEmpty();
    assertThat(labels.against(Set.of("never", "no", "a"))).containsExactly("no", "never");
    assertThat(labels.against(Set.of("a"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "main, true",
    "release/2, true",
    "release/2/hotfix, false",
    "release, false",
    "Main, false"
  })
  void oneOfTheTargetBranchesIsEnough(String branch, boolean taken) {
    Admission admission =
        PlatformCase.PRIMITIVES
            .with("admission.targetBranches: [main, release/*]")
            .platform()
            .admission();
    assertThat(admission.takesTarget(branch)).isEqualTo(taken);
  }
}
