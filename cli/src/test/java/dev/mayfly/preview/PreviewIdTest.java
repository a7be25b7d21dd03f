package dev.mayfly.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a preview is written, read again, and sorted. */
class PreviewIdTest {
  @Test
  void previewsAreSortedByAppAndThenByNumber() {
    PreviewId two = new PreviewId("b", new PullRequestNumber(2));
    PreviewId ten = new PreviewId("b", new PullRequestNumber(10));
    PreviewId other = new PreviewId("a", new PullRequestNumber(11));
    assertThat(List.of(ten, other, two).stream().sorted()).containsExactly(other, two, ten);
    assertThat(PreviewId.parse(ten.toString())).contains(ten);
    assertThat(ten).hasToString("b#10");
    assertThat(PreviewId.parse("a#1")).map(PreviewId::app).contains("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "orders", "#7", "orders#", "orders#0", "orders#x", "a#b#7"})
  void nothingElseIsAPreview(String text) {
    assertThat(PreviewId.parse(text)).isEmpty();
  }
}
