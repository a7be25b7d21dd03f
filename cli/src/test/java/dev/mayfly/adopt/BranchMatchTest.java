package dev.mayfly.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BranchMatchTest {
  @ParameterizedTest
  @CsvSource({
    "^main$, main, true",
    "^(main|develop)$, main develop, true",
    "^(?:main|release/.*)$, main release/*, true",
    "^release/v1\\.2$, release/v1.2, true",
    "^release-.+$, release-*, true",
    "^main, main, false",
    "main$, main, false",
    "main, main, false",
  })
  void namesAreListed(String expression, String branches, boolean whole) {
    BranchMatch read = BranchMatch.of(expression).orElseThrow();
    assertThat(read.branches()).isEqualTo(List.of(branches.split(" ")));
    assertThat(read.whole()).isEqualTo(whole);
  }

  /** Each says more than names, or other names than it seems to. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "^$",
        "main*",
        "^v[0-9]+$",
        "^rel?ease$",
        "^(main|)$",
        "^(a|b)(c|d)$",
        "(?i)main",
        "release\\.*",
        "^ma+in$",
        "a\\",
        "^.{4}$",
        "main branch"
      })
  void whatSaysMoreIsNotRead(String expression) {
    assertThat(BranchMatch.of(expression)).isEmpty();
  }
}
