package dev.mayfly.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HyperlinkTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "opened, <https://7.pr.example.dev>, waits",
        "(see <https://h.dev/a?b=c#d>)",
        "`<https://h.dev>`",
        "**<https://h.dev/x>**.",
        "<http://127.0.0.1:8080/a_b-c~d> and <https://h.dev/>",
      })
  void addressesAreLinks(String text) {
    String plain = text.replaceAll("[<>]", "");
    String linked = text.replaceAll("<([^>]*)>", "\033]8;;$1\033\\\\$1\033]8;;\033\\\\");
    assertThat(Hyperlink.in(plain)).isEqualTo(linked);
  }

  /** Nothing that could end the sequence early becomes a part of it. */
  @ParameterizedTest
  @ValueSource(strings = {"no address", "https://", "ftp://h.dev", "file:///etc/passwd"})
  void nothingElseIs(String text) {
    assertThat(Hyperlink.in(text)).isEqualTo(text);
  }
}
