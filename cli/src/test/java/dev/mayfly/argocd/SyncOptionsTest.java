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
    assertThat(options.isOn(SyncOption.CREATE_NAMESPACE)).isTrue();
    assertThat(options.isOn(SyncOption.PRUNE)).isFalse();
    assertThat(options.find(SyncOption.PRUNE_LAST).orElseThrow().text())
        .isEqualTo("PruneLast=true");
    assertThat(options.find(SyncOption.PRUNE)).isEmpty();
    assertThat(options.written()).hasSize(3);
    for (String other : new String[] {"createnamespace=true", "CreateNamespace", "{a: b}"}) {
      SyncOptions none = SyncOptions.of(ApplicationSetSimulationTest.parse("[" + other + "]"));
      assertThat(none.isOn(SyncOption.CREATE_NAMESPACE)).as(other).isFalse();
    }
    assertThat(SyncOptions.of(null).written()).isEmpty();
  }

  @Test
  void anOptionIsWrittenInThreeWays() {
    assertThat(SyncOption.PRUNE.on()).isEqualTo("Prune=true");
    assertThat(SyncOption.PRUNE.off()).isEqualTo("Prune=false");
    assertThat(SyncOption.PRUNE.confirm()).isEqualTo("Prune=confirm");
  }
}
