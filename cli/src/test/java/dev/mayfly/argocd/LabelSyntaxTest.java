package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelSyntaxTest {
  @Test
  void takesWhatKubernetesTakes() {
    assertThat(LabelSyntax.isName("a".repeat(253))).isTrue();
    assertThat(LabelSyntax.isName("a".repeat(254))).isFalse();
    assertThat(LabelSyntax.isValue("a".repeat(63))).isTrue();
    assertThat(LabelSyntax.isValue("a".repeat(64))).isFalse();
    assertThat(LabelSyntax.isKey("k")).isTrue();
    assertThat(LabelSyntax.isKey("example.com/k")).isTrue();
    assertThat(LabelSyntax.isKey("/k")).isFalse();
    assertThat(LabelSyntax.isKey("example.com/")).isFalse();
  }

  @Test
  void foreignTextIsCutWhereALineEnds() {
    assertThat(Shown.value("a".repeat(80))).isEqualTo("a".repeat(80));
    assertThat(Shown.value("a".repeat(81))).isEqualTo("a".repeat(80) + "...");
  }
}
