package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.delivery.Effect;
import dev.mayfly.delivery.Readmission;
import dev.mayfly.preview.PreviewId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done is said; what would be is said so, and what stays as it is needs no "would". */
class SyncLineTest {
  @ParameterizedTest
  @CsvSource({
    "ADMITTED,     admitted,     would be admitted",
    "WITHDRAWN,    withdrawn,    would be withdrawn",
    "REMOVED,      removed,      would be removed",
    "RENDERED,     rendered,     would be rendered",
    "RETRIED,      retried,      would be retried",
    "KEPT,         kept,         kept",
    "NOT_ADMITTED, not admitted, not admitted"
  })
  void whatStaysAsItIsNeedsNoWould(Effect effect, String done, String dry) {
    Readmission.Item item =
        new Readmission.Item(PreviewId.parse("orders#7").orElseThrow(), effect, "a reason");
    assertThat(SyncLine.of(item, true)).isEqualTo("orders#7: " + done + " (a reason)");
    assertThat(SyncLine.of(item, false)).isEqualTo("orders#7: " + dry + " (a reason)");
  }
}
