package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {
  @Test
  void foreignTextIsCutWhereALineEnds() {
    assertThat(Shown.value("a".repeat(80))).isEqualTo("a".repeat(80));
    assertThat(Shown.value("a".repeat(81))).isEqualTo("a".repeat(80) + "...");
  }
}
