package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.delivery.Effect;
import dev.mayfly.preview.PreviewId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done is said; what would be is said so, and what stays as it is needs no "would". */
class SyncOutputTest {
  @ParameterizedTest
  @CsvSource({
    "ADMITTED,     admitted,     would be admitted",
    "WITHDRAWN,    withdrawn,    would be withdrawn",
    "REMOVED,      removed,      would be removed",
    "RENDERED,     rendered,     would be rendered",
    "RETRIED,      retried,      would be retried",
    "KEPT,         kept,         kept",
    "NOT_ADMITTED, not admitted, not admitted",
    "NOT_OPENED,   not opened,   not opened"
  })
  void whatStaysAsItIsNeedsNoWould(Effect effect, String done, String dry) {
    PreviewId id = PreviewId.parse("orders#7").orElseThrow();
    assertThat(SyncOutput.line(id, effect, "a reason", true))
        .isEqualTo("orders#7: " + done + " (a reason)");
    assertThat(SyncOutput.line(id, effect, "a reason", false))
        .isEqualTo("orders#7: " + dry + " (a reason)");
  }
}
