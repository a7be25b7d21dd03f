package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.Node;
import org.junit.jupiter.api.Test;

class ApplicationSourcesTest {
  private static final Node SINGLE = ApplicationSetSimulationTest.parse("{path: a}");

  @Test
  void severalCountAsSoonAsThereIsOne() {
    Node one = ApplicationSetSimulationTest.parse("[{path: b}]");
    assertThat(ApplicationSources.of(SINGLE, one))
        .extracting(it -> it.textAt("path"))
        .containsExactly("b");
    assertThat(ApplicationSources.isSeveral(one)).isTrue();
  }

  @Test
  void anEmptyListCountsForNothing() {
    Node none = ApplicationSetSimulationTest.parse("[]");
    assertThat(ApplicationSources.of(SINGLE, none)).containsExactly(SINGLE);
    assertThat(ApplicationSources.of(SINGLE, null)).containsExactly(SINGLE);
    assertThat(ApplicationSources.of(null, none)).isEmpty();
    assertThat(ApplicationSources.isSeveral(none)).isFalse();
    assertThat(ApplicationSources.isSeveral(SINGLE)).isFalse();
    assertThat(ApplicationSources.isSeveral(null)).isFalse();
  }
}
