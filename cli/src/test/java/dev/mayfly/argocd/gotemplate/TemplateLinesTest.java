package dev.mayfly.argocd.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines and columns are those that a reader counts. */
class TemplateLinesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "\n",
        "ab\ncd",
        "\n\nx\n",
        "a\r\nb",
        "\uD83D\uDE00b\nc\uD83D\uDE00",
        "\uD83D\nb",
        "\uDE00\uD83D\uD83D\uDE00x"
      })
  void everyOffsetHasItsPlace(String text) {
    TemplateLines lines = new TemplateLines(text);
    for (int offset = 0; offset <= text.length() + 1; offset++) {
      String before = text.substring(0, Math.min(offset, text.length()));
      int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      String onLine = before.substring(before.lastIndexOf('\n') + 1);
      int column = onLine.codePointCount(0, onLine.length()) + 1;
      assertThat(lines.at(offset)).isEqualTo(new TemplatePosition(line, column));
    }
  }

  @Test
  void oneLongLineIsNotGoneThroughForEachPlace() {
    String text = "{{ .a }}".repeat(40_000);
    assertThat(FastTemplate.tags(text)).hasSize(40_000);
    assertThat(FastTemplate.tags(text).getLast().position())
        .isEqualTo(new TemplatePosition(1, text.length() - 7));
  }
}
