package dev.mayfly.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from headers and addresses, and what is written into them. */
class ForgeTextsTest {
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

  @Test
  void keepsRequestsAtOneHost() {
    URI from = URI.create("https://forge.example.dev/api/v4/x");
    assertThat(SameHost.resolve(from, "/y?page=2"))
        .contains(URI.create("https://forge.example.dev/y?page=2"));
    assertThat(SameHost.resolve(from, "https://FORGE.example.dev:443/y")).isPresent();
    for (String target :
        List.of(
            "https://evil.example/y",
            "//evil.example/y",
            "http://forge.example.dev/y",
            "https://forge.example.dev:8443/y",
            "https://forge.example.dev@evil.example/",
            "https://u@forge.example.dev/",
            "mailto:x",
            "::",
            "https:///y")) {
      assertThat(SameHost.resolve(from, target)).as(target).isEmpty();
    }
  }

  @Test
  void cutsACommentBelowTheLowestLimitAndNeverInsideACharacter() {
    String text = new StickyComment("k", "🎉".repeat(40_000)).text();
    assertThat(text.length()).isLessThanOrEqualTo(StickyComment.LONGEST);
    assertThat(text).endsWith("🎉\n\n… (cut)\n").startsWith("<!-- mayfly:k -->\n");
    assertThatThrownBy(() -> new StickyComment("x -->", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void encodesNamesForAddresses() {
    assertThat(Urls.encode("a b/c%ü?#")).isEqualTo("a%20b%2Fc%25%C3%BC%3F%23");
    assertThat(Urls.encode("..")).isEqualTo("%2E%2E");
  }
}
