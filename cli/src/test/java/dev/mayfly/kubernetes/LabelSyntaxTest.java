package dev.mayfly.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelSyntaxTest {
  @Test
  void takesWhatKubernetesTakes() {
    assertThat(LabelSyntax.isValue("a".repeat(63))).isTrue();
    assertThat(LabelSyntax.isValue("a".repeat(64))).isFalse();
    assertThat(LabelSyntax.isKey("k")).isTrue();
    assertThat(LabelSyntax.isKey("example.com/k")).isTrue();
    assertThat(LabelSyntax.isKey("/k")).isFalse();
    assertThat(LabelSyntax.isKey("example.com/")).isFalse();
    assertThat(LabelSyntax.isKey("Example.com/k")).isFalse();
    assertThat(LabelSyntax.isAnnotationKey("Example.com/k")).isTrue();
  }
}
