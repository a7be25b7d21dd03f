package dev.mayfly.forge;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.http.Endpoint;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.HttpAccess.Limits;
import dev.mayfly.http.ProxyRules;
import dev.mayfly.http.Secret;
import dev.mayfly.platform.ForgeSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The forges on stub servers, a clock that only sleeping moves, and a host nobody should visit. */
public final class ForgeBench implements AutoCloseable {
  static final String TOKEN = "ghs_cAnArY0123456789";
  private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
  private final StubServer elsewhere = StubServer.started(URI.create("http://127.0.0.1:1"));
  private final StubServer server = StubServer.started(elsewhere.url());
  private final Map<ForgeSettings.Kind, Forge> forges = new EnumMap<>(ForgeSettings.Kind.class);
  private Instant now = START;
  private StubForge stub = new PullsStub(false);

  /** The forge of this kind, on a server that holds one open pull request, number 7. */
  public Forge fresh(ForgeSettings.Kind kind) {
    now = START;
    stub =
        switch (kind) {
          case GITHUB, NONE -> new PullsStub(false);
          case GITEA -> new PullsStub(true);
          case GITLAB -> new MergeRequestsStub();
        };
    stub.open(7);
    server.reset(stub);
    return forge(kind);
  }

  /** As {@link #fresh}, by a connection that knows nothing yet. */
  Forge anew(ForgeSettings.Kind kind) {
    forges.remove(kind);
    return fresh(kind);
  }

  Forge forge(ForgeSettings.Kind kind) {
    return forges.computeIfAbsent(kind, k -> connected(k, Duration.ofDays(1)));
  }

  Forge connected(ForgeSettings.Kind kind, Duration budget) {
    return Forges.connect(
        kind, new Endpoint(server.url(), Optional.of(Secret.bearer(TOKEN))), access(budget));
  }

  private HttpAccess access(Duration budget) {
    return new HttpAccess(
        ProxyRules.NONE,
        Optional.empty(),
        new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), budget),
        () -> now,
        duration -> now = now.plus(duration),
        new Random(1),
        Activity.SILENT);
  }

  public StubForge stub() {
    return stub;
  }

  public StubServer server() {
    return server;
  }

  StubServer elsewhere() {
    return elsewhere;
  }

  Duration slept() {
    return Duration.between(START, now);
  }

  @Override
  public void close() {
    server.close();
    elsewhere.close();
  }
}
