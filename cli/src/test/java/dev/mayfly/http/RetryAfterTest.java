package dev.mayfly.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "retry-after | 7 | 7",
        "retry-after | Sun, 22 Nov 2026 00:01:30 GMT | 90",
        "retry-after | Sat, 21 Nov 2026 00:00:00 GMT | 0",
        "retry-after | -1 | 60",
        "retry-after | soon | 60",
        "retry-after | 999999999999 | 999999999999",
        "x-other | 1 | 60",
      })
  void waitsForAsLongAsItIsTold(String name, String value, long seconds) {
    HttpHeaders headers = HttpHeaders.of(Map.of(name, List.of(value)), (a, b) -> true);
    assertThat(RetryAfter.of(headers, NOW)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void waitsUntilTheResetWhenNothingRemains() {
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of(
                "x-ratelimit-remaining", List.of("0"),
                "x-ratelimit-reset", List.of(Long.toString(NOW.getEpochSecond() + 42))),
            (a, b) -> true);
    assertThat(RetryAfter.isRateLimit(403, headers)).isTrue();
    assertThat(RetryAfter.of(headers, NOW)).isEqualTo(Duration.ofSeconds(42));
    HttpHeaders none = HttpHeaders.of(Map.of(), (a, b) -> true);
    assertThat(RetryAfter.isRateLimit(403, none)).isFalse();
  }
}
