package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Re2FilterTest {
  @Test
  void isNotAnchored() {
    assertThat(Re2Filter.of("main"))
        .isInstanceOfSatisfying(
            Re2Filter.Compiled.class,
            filter -> assertThat(filter.isFoundIn("not-main-branch")).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(?!main)",
        "main\\Z",
        "a{1001}",
        "(",
        "a**",
        "[z-a]",
        "(?P<n>a)\\1",
        "((a{100}){100}){100}",
        "a{900}(?i){900}"
      })
  void refusesWhatGoRefuses(String expression) {
    assertThat(Re2Filter.of(expression)).isInstanceOf(Re2Filter.Refused.class);
  }

  @Test
  void nestingIsAValueNotACrash() {
    assertThat(Re2Filter.of("(".repeat(100_000) + ")".repeat(100_000))).isNotNull();
    assertThat(Re2Filter.of("(a*)*".repeat(100) + "b"))
        .isInstanceOfSatisfying(
            Re2Filter.Compiled.class,
            filter -> assertThat(filter.isFoundIn("a".repeat(2_000))).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a{1000}", "(a{10}){100}", "[{]{2}", "[]{1000}]{2}", "\\Q{9999}\\E", "\\({1000}"})
  void takesWhatGoTakes(String expression) {
    assertThat(Re2Filter.of(expression)).isInstanceOf(Re2Filter.Compiled.class);
  }

  /** Without a bound each of these ends in a used-up stack or heap. */
  @ParameterizedTest
  @ValueSource(strings = {"(((a{100}){100}){100}){100}", "(a|b", "(a?){1000}"})
  void whatItCostsIsBounded(String part) {
    for (int times : new int[] {1, 3, 240, 3_000}) {
      String expression = part.repeat(times) + (part.endsWith("b") ? "c)+".repeat(times) : "");
      if (Re2Filter.of(expression) instanceof Re2Filter.Compiled filter) {
        assertThat(filter.isFoundIn("aaab")).isIn(true, false);
      }
    }
  }
}
