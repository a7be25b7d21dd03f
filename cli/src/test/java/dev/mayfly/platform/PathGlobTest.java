package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {
  @ParameterizedTest
  @CsvSource({
    "a/b.txt,   a/b.txt,     true",
    "a/b.txt,   a/b.txtx,    false",
    "a/b.txt,   a/b.tx,      false",
    "a/b.txt,   a/b.txt/c,   false",
    "a,         a/b,         false",
    "a/b,       a,           false",
    "a/*,       a/b,         true",
    "a/*,       a/b/c,       false",
    "a/*.txt,   a/.txt,      true",
    "a/*.txt,   a/b.txt.txt, true",
    "a/*.txt,   a/b.txt.md,  false",
    "a/b*c*d,   a/bccdd,     true",
    "a/b*c*d,   a/bdc,       false",
    "a/b**,     a/bc,        true",
    "a/b*,      a/b,         true",
    "a/*b*ab,   a/bbaab,     true",
    "a/*ab,     a/aab,       true",
    "a/*abc,    a/ababc,     true",
    "**,        a/b/c,       true",
    "**/c,      c,           true",
    "**/c,      a/b/c,       true",
    "**/c,      a/b/cd,      false",
    "a/**,      a,           true",
    "a/**,      a/b/c,       true",
    "a/**,      ab/c,        false",
    "a/**/d,    a/d,         true",
    "a/**/d,    a/b/c/d,     true",
    "a/**/d,    a/b/c,       false",
    "a/**/b/**, a/x/b,       true"
  })
  void oneStarStaysInAFolderAndTwoGoThroughAnyNumber(String glob, String file, boolean matches) {
    assertThat(PathGlob.matches(glob, file)).isEqualTo(matches);
  }
}
