package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.template.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of a preview that people read, once its number is known. */
class BlueprintTest {
  @Test
  void theNumberFillsTheHole() {
    PullRequestNumber seven = new PullRequestNumber(7);
    assertThat(Blueprint.bound(Blueprint.deployment("orders"), seven)).isEqualTo("orders/pr-7");
    assertThat(Blueprint.bound(Text.of("orders"), seven)).isEqualTo("orders");
  }

  @ParameterizedTest
  @CsvSource({"apps[].service, apps[].service.name", "apps[].routes, apps[].routes.service"})
  void aRouteSaysWhereItsServiceIsWritten(String field, String service) {
    assertThat(new ServedRoute("", Text.of("h"), "/", Text.of("s"), 80, 8080, field).serviceField())
        .isEqualTo(service);
  }

  @ParameterizedTest
  @CsvSource({"RESTRICTED, restricted", "BASELINE, baseline", "PRIVILEGED, privileged"})
  void aLevelOfPodSecurityIsWrittenAsALabelHasIt(PodSecurity level, String word) {
    assertThat(level.word()).isEqualTo(word);
    assertThat(PodSecurity.of(word)).isEqualTo(level);
  }
}
