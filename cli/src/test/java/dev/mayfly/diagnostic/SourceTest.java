package dev.mayfly.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a", "\n", "\r", "\r\n", "\n\r", "\r\r\n", "a\r\nb\n\nc\rd", "a\n"})
  void linesAreWhatStandsBetweenLineEnds(String text) {
    Source source = new Source("f", text);
    List<String> lines = List.of(text.split("\r\n|\n|\r", -1));
    assertThat(source.lines()).isEqualTo(lines.size());
    for (int line = 1; line <= lines.size(); line++) {
      assertThat(source.line(line)).isEqualTo(lines.get(line - 1));
      assertThat(source.endOfLine(line) - source.offset(line, 1))
          .isEqualTo(lines.get(line - 1).length());
    }
    assertThat(source.line(0)).isEmpty();
    assertThat(source.line(lines.size() + 1)).isEmpty();
    assertThat(source.offset(0, 1)).isZero();
    assertThat(source.offset(lines.size() + 1, 1)).isEqualTo(text.length());
  }

  @Test
  void aLongLineIsCut() {
    Source source = new Source("f", "abc\ndefgh");
    assertThat(source.line(1, 3)).isEqualTo("abc");
    assertThat(source.line(2, 3)).isEqualTo("def");
  }

  /** Places are remembered, so each answer must not depend on what was asked before. */
  @Test
  void placesMayBeAskedForInAnyOrder() {
    String text = "a\uD83D\uDE80b\r\n\n\uD83D\uDE80\uD83D\uDE80c\nlast";
    Source asked = new Source("f", text);
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      int line = random.nextInt(1, 5);
      int column = random.nextInt(1, 7);
      assertThat(asked.offset(line, column)).isEqualTo(naive(text, line, column));
    }
  }

  private static int naive(String text, int line, int column) {
    String[] lines = text.split("(?<=\n)");
    int start = 0;
    for (int i = 1; i < line; i++) {
      start += lines[i - 1].length();
    }
    String own = lines[line - 1].replaceAll("[\r\n]+$", "");
    int points = Math.min(column - 1, own.codePointCount(0, own.length()));
    return start + own.offsetByCodePoints(0, points);
  }
}
