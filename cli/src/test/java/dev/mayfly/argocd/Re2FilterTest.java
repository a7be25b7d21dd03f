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
  @ValueSource(strings = {"^(?!main)", "main\\Z", "a{1001}", "(", "a**", "[z-a]", "(?P<n>a)\\1"})
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
}
