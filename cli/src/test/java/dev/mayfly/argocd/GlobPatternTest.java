package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobPatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pr-* | pr- pr-1-x | xpr-1 PR-1 ''",
        "pr-[0-9]* | pr-1 pr-1x | pr-prod pr-",
        "pr-?* | pr-1 | pr-",
        "pr-[0-9]*-shop | pr-12-shop pr-1x-shop | pr-shop",
        "{pr-*,preview-*} | pr-1 preview-x | prod",
        "/pr-.*/ | /pr-.1/ | pr-1",
        "'' | '' | a",
        "{a,}b | ab b | aab",
        "a{b,{c,d}e}f | abf acef adef | acf",
        "[!a]x | bx | ax x",
        "[!a-c]x | dx | bx",
        "a\\*b | a*b | axb",
        "a} | a} | a",
        "a,b | a,b | a",
        "[-a] | - a | b",
        "[a-a] | a | b",
        "[\\]a] | ] a | b",
        "{a,b | a b | c",
        "a{b | ab | a",
        "*\\*b | x*b *b | xb x*bc",
        "{x{b,c*d | xb xcd xc-d | xc xd",
        "*.{yaml,json} | a.yaml b.json | a.yml",
      })
  void matchesAsTheLibraryDoes(String pattern, String yes, String no) {
    GlobPattern glob = GlobPattern.of(pattern);
    assertThat(words(yes)).allMatch(glob::matches);
    assertThat(words(no)).noneMatch(glob::matches);
  }

  private static String[] words(String text) {
    return Arrays.stream(text.split(" ")).map(w -> w.equals("''") ? "" : w).toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pr-[", "pr-[]", "[z-a]", "[a-zA-Z]", "[a-]", "[ab"})
  void invalidMatchesNothingAndSaysWhy(String pattern) {
    GlobPattern glob = GlobPattern.of(pattern);
    assertThat(glob.fault()).isPresent();
    assertThat(glob.matches(pattern)).isFalse();
  }

  @Test
  void aPatternHasALongestAndADeepest() {
    assertThat(GlobPattern.of("a".repeat(4_096)).fault()).isEmpty();
    assertThat(GlobPattern.of("a".repeat(4_097)).fault())
        .contains("it is longer than 4096 characters");
    assertThat(GlobPattern.of("{".repeat(250) + "a").matches("a")).isTrue();
    assertThat(GlobPattern.of("{".repeat(251) + "a").fault())
        .contains("alternatives are nested more than 250 deep");
  }

  @Test
  void singleWildcardsStopAtTheSeparator() {
    assertThat(GlobPattern.of("a/*", '/').matches("a/b")).isTrue();
    assertThat(GlobPattern.of("a/*", '/').matches("a/b/c")).isFalse();
    assertThat(GlobPattern.of("a/**", '/').matches("a/b/c")).isTrue();
    assertThat(GlobPattern.of("a?b", '/').matches("a/b")).isFalse();
    assertThat(GlobPattern.of("a*", '/').matches("a-evil/x")).isFalse();
    assertThat(GlobPattern.of("a*/**", '/').matches("a-evil/x")).isTrue();
  }

  @Test
  @Tag("slow")
  void hostilePatternsEndInTime() {
    String text = "a".repeat(5_000);
    assertThat(GlobPattern.of("*a".repeat(200) + "b").matches(text)).isFalse();
    assertThat(GlobPattern.of("*a".repeat(200) + "b*").matches(text)).isFalse();
    assertThat(GlobPattern.of("{a,".repeat(1_000)).matches("b")).isFalse();
    assertThat(GlobPattern.of("{a,aa,*}".repeat(200) + "b").matches(text)).isFalse();
    assertThat(GlobPattern.of("*".repeat(100_000)).fault()).isPresent();
  }
}
