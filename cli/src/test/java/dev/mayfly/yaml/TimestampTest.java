package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
  @ParameterizedTest
  @ValueSource(strings = {"2026-01-31T04:00:00Z", "2026-01-31T05:30:00.000+01:30"})
  void aMomentMayHaveAnyOffset(String text) {
    assertThat(Timestamp.parse(text)).contains(Instant.parse("2026-01-31T04:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-01-31", "2026-01-31T04:00:00"})
  void whatNamesNoMomentIsNone(String text) {
    assertThat(Timestamp.parse(text)).isEmpty();
  }

  @Test
  void noCalendarHasTheThirtiethOfFebruary() {
    assertThat(Timestamp.parse("2026-02-30T04:00:00Z")).isEmpty();
  }
}
