package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathMatchTest {
  @ParameterizedTest
  @CsvSource({
    "*, Deployment, true",
    "*, a/b, false",
    "*.cnpg.io, postgresql.cnpg.io, true",
    "Name*, Namespace, true",
    "name*, Namespace, false",
    "pr-[0-9]*, pr-7-shop, true",
    "[^a-c]x, dx, true",
    "[^a-c]x, bx, false",
    "[a-cx-z]1, y1, true",
    "'{a,b}', a, false",
    "a\\*, a*, true",
    "'', '', true",
    "'', apps, false",
  })
  void matchesAsGoDoes(String pattern, String value, boolean expected) {
    assertThat(FilePathMatch.matches(pattern, value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[]", "[]a]", "[-a]", "[a-]", "a\\", "[a", "[a-b-c]"})
  void malformedMatchesNothing(String pattern) {
    assertThat(FilePathMatch.isValid(pattern)).isFalse();
    assertThat(FilePathMatch.matches(pattern, pattern)).isFalse();
  }
}
