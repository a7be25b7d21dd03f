package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTextTest {
  @Test
  void foreignTextIsCutWhereALineEnds() {
    assertThat(MessageText.value("a".repeat(80))).isEqualTo("a".repeat(80));
    assertThat(MessageText.value("a".repeat(81))).isEqualTo("a".repeat(80) + "...");
  }
}
