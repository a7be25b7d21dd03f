package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SyncOptionsTest {
  @Test
  void anOptionIsItsWholeText() {
    SyncOptions options =
        SyncOptions.of(
            ApplicationSetSimulationTest.parse(
                "[CreateNamespace=true, Prune=false, {a: b}, PruneLast=true ]"));
    assertThat(options.isOn("CreateNamespace")).isTrue();
    assertThat(options.isOn("Prune")).isFalse();
    assertThat(options.isOn("createnamespace")).isFalse();
    assertThat(options.find("Prune=false").orElseThrow().text()).isEqualTo("Prune=false");
    assertThat(options.find("Prune")).isEmpty();
    assertThat(options.written()).hasSize(3);
    assertThat(SyncOptions.of(null).written()).isEmpty();
  }
}
