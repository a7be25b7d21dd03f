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

  /** Seen with Go 1.26's {@code filepath.Match}: pattern, value, and what it says. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a-c] a yes",
        "[a-c] c yes",
        "[a-c] ` no",
        "[a-c] d no",
        "[a-c] - no",
        "[\\]] ] yes",
        "[\\]a] a yes",
        "[\\a-c] b yes",
        "[a-\\c] b yes",
        "[a-\\c] c yes",
        "[a\\-c] - yes",
        "[a\\-c] b no",
        "[a a BAD",
        "a[b ab BAD",
        "a[b]c abc yes",
        "[^^] ^ no",
        "[^^] a yes",
        "[^^a] ^ no",
        "[^a a BAD",
        "[^a] / yes",
        "[^a] a no",
        "x*y xy yes",
        "x*y xaby yes",
        "x*y xa/by no",
        "*\\* a* yes",
        "*\\* ab no",
        "? / no",
        "? é yes",
        "é? éa yes",
        "[à-ü] é yes",
        "[à-ü] a no",
        "[a-bc-d] c yes",
        "[a-bc-d] - no",
        "[a]] a] yes",
        "[a]] a no",
        "a/*/b a/x/b yes",
        "a/*/b a//b yes",
        "[a][b] ab yes",
        "[a*] * yes",
        "[a?] ? yes",
        "[[] [ yes",
        "[[a] a yes",
        "\\a a yes",
        "\\[a] [a] yes",
        "a\\ a BAD",
        "[a-] a BAD",
        "[a-c a BAD",
        "[^] a BAD",
        "[^]] a BAD",
        "[] a BAD",
        "[]a] a BAD",
        "[-a] - BAD",
        "[a-a] a yes",
        "** a/b no",
        "** ab yes",
        "*a* bab yes",
        "[!a] b no",
        "[!a] ! yes",
        "[z-a] b no",
        "[^z-a] b yes",
        "[\u0000] \u0000 yes",
        "[\u0000-\u0001] \u0001 yes",
        "[a-\\] a BAD",
        "[a\\ a BAD",
        "a? a no"
      })
  void answersAsGoDid(String row) {
    String[] parts = row.split(" ");
    assertThat(FilePathMatch.matches(parts[0], parts[1])).isEqualTo(parts[2].equals("yes"));
    assertThat(FilePathMatch.isValid(parts[0])).isEqualTo(!parts[2].equals("BAD"));
  }
}
