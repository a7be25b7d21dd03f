package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SyntaxTest {
  private static final Syntax NAME = Syntax.of("[a-z]+(\\.[a-z]+)*", "a name");

  @Test
  void aFormIsHeldToTheWholeText() {
    assertThat(NAME.matches("a.b")).isTrue();
    assertThat(NAME.matches("a.b.")).isFalse();
  }

  /** Each repetition of a group takes a stack frame; a text of any length must not end a run. */
  @Test
  void aTextThatIsTooLongForAnyFormIsNone() {
    assertThat(NAME.matches("a.".repeat(511) + "aa")).isTrue();
    assertThat(NAME.matches("a.".repeat(512) + "a")).isFalse();
    assertThat(NAME.matches("a.".repeat(1_000_000) + "a")).isFalse();
  }

  @Test
  void whatMayBeOfAnyLengthIs() {
    assertThat(Syntax.ofAnyLength("(?s).*", "any text").matches("a\n".repeat(1_000_000))).isTrue();
  }
}
