package dev.mayfly.argocd.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Re2BoundsTest {
  @Test
  void eachBoundIsTheLargestThatIsTaken() {
    assertBound("[" + "a".repeat(65_534), "]", "it is longer than 65536 characters");
    assertBound("(".repeat(248), "(", "it is nested too deeply");
    assertBound("a".repeat(1_999), "a", "it comes to more than 2000 steps");
  }

  private static void assertBound(String start, String rest, String reason) {
    assertThat(Re2Bounds.exceeded(start + rest)).isEmpty();
    assertThat(Re2Bounds.exceeded(start + rest + rest)).contains(reason);
  }

  /** What stands in a class, or is quoted, is no repeat and no group. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{1001}]",
        "[^]{1001}]",
        "[]{1001}]",
        "[[:alpha:]{1001}]",
        "[\\]{1001}]",
        "[a\\]{1001}]",
        "\\Q{1001}\\E",
        "\\Q{1001}",
        "\\d{1000}",
        "(a{10}){100}",
        "(a{4,}){250}",
        "(a{1,4}){250}",
        "[abc",
        "[a\\",
        "a)b",
        "\\"
      })
  void takes(String expression) {
    assertThat(Re2Bounds.exceeded(expression)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a]b{1001}]",
        "[^a]b{1001}]",
        "[a]b{1001}:]",
        "[[:]b{1001}",
        "[\\\\]b{1001}]",
        "[a\\\\]b{1001}]",
        "\\Qa\\Eb{1001}\\E",
        "\\d{1001}",
        "\\Qab\\E{1001}",
        "(a{10}){101}",
        "(a{4,}){251}",
        "(a{1,4}){251}"
      })
  void countsWhatComesBehind(String expression) {
    assertThat(Re2Bounds.exceeded(expression)).contains("its repeats come to more than 1000");
  }

  @Test
  void aClassEndsWhereItEnds() {
    assertThat(Re2Bounds.exceeded("[(]".repeat(300))).isEmpty();
    assertThat(Re2Bounds.exceeded("\\d" + "a".repeat(2_000))).isPresent();
  }

  /** RE2 makes an instruction of each character that is quoted. */
  @Test
  void whatIsQuotedIsAsLongAsItIs() {
    assertThat(Re2Bounds.exceeded("(\\Q" + "a".repeat(1_000) + "\\E){2}"))
        .contains("it comes to more than 2000 steps");
    assertThat(Re2Bounds.exceeded("\\Q" + "a".repeat(1_990))).isEmpty();
    assertThat(Re2Bounds.exceeded("a".repeat(900) + "\\Q" + "a".repeat(900))).isEmpty();
    assertThat(Re2Bounds.exceeded("\\Q" + "a".repeat(2_000))).isPresent();
  }
}
