package dev.mayfly.http;

import dev.mayfly.diagnostic.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** HTTP with a clock that only sleeping moves, and somebody who writes down what is told. */
final class HttpBench implements Activity {
  static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
  final List<Duration> pauses = new ArrayList<>();
  final List<String> details = new ArrayList<>();
  private Instant now = START;

  HttpAccess access(Duration answer, Duration budget) {
    return new HttpAccess(
        ProxyRules.NONE,
        Optional.empty(),
        new HttpAccess.Limits(Duration.ofSeconds(5), answer, budget),
        () -> now,
        pause -> {
          pauses.add(pause);
          now = now.plus(pause);
        },
        new Random(1),
        this);
  }

  HttpAccess access() {
    return access(Duration.ofSeconds(10), Duration.ofMinutes(1));
  }

  /** A client that sends this token to a server, and nowhere else. */
  OriginClient client(RawServer server, String token) {
    return new OriginClient(
        HttpTransport.strict(access()),
        new Endpoint(server.url(), Optional.of(Secret.bearer(token))),
        "application/json",
        response -> false);
  }

  static Answer sent(HttpAccess access, Request request) {
    try (HttpTransport transport = HttpTransport.strict(access)) {
      return transport.send(request);
    }
  }

  static Request asAda(String url) {
    return Request.get(url).withSecrets(Map.of("Authorization", Secret.bearer("ada-s3cret")));
  }

  @Override
  public Step begin(String verb, String object) {
    return Activity.SILENT.begin(verb, object);
  }

  @Override
  public void detail(String line) {
    details.add(line);
  }
}
