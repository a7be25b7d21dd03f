package dev.mayfly.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long a server wants us to wait. GitHub docs, "Rate limits for the REST API": obey {@code
 * retry-after}; else, with nothing remaining, wait until {@code x-ratelimit-reset}; else at least a
 * minute. GitLab and Gitea send the same headers, GitLab its own as {@code RateLimit-*}.
 */
final class RetryAfter {
  private static final Duration UNSAID = Duration.ofMinutes(1);

  private RetryAfter() {}

  /** Does this 403 mean "too many" and not "not allowed"? */
  static boolean isRateLimit(int status, HttpHeaders headers) {
    return status == 429
        || (status == 403
            && (headers.firstValue("retry-after").isPresent() || nothingRemains(headers)));
  }

  static Duration of(HttpHeaders headers, Instant now) {
    return headers
        .firstValue("retry-after")
        .flatMap(text -> parse(text, now))
        .or(() -> nothingRemains(headers) ? untilReset(headers, now) : Optional.empty())
        .orElse(UNSAID);
  }

  private static boolean nothingRemains(HttpHeaders headers) {
    return headers
        .firstValue("x-ratelimit-remaining")
        .or(() -> headers.firstValue("ratelimit-remaining"))
        .map("0"::equals)
        .orElse(false);
  }

  private static Optional<Duration> untilReset(HttpHeaders headers, Instant now) {
    return headers
        .firstValue("x-ratelimit-reset")
        .or(() -> headers.firstValue("ratelimit-reset"))
        .filter(text -> text.matches("[0-9]{1,12}"))
        .map(text ->
            notNegative(Duration.between(now, Instant.ofEpochSecond(Long.parseLong(text)))));
  }

  /** Seconds or an HTTP date (RFC 9110, section 10.2.3); anything else says nothing. */
  private static Optional<Duration> parse(String text, Instant now) {
    if (text.matches("[0-9]{1,12}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(notNegative(Duration.between(now, date)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
