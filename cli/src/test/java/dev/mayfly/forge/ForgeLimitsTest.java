package dev.mayfly.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.mayfly.diagnostic.Activity;
import dev.mayfly.http.Endpoint;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.HttpAccess.Limits;
import dev.mayfly.http.ProxyRules;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForgeLimitsTest {
  private static final RepositoryName SHOP = new RepositoryName("acme/shop");
  private static final PullRequestNumber SEVEN = new PullRequestNumber(7);
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private static HttpAccess access(Duration request, Duration budget) {
    return new HttpAccess(
        ProxyRules.NONE,
        Optional.empty(),
        new Limits(Duration.ofSeconds(2), request, budget),
        () -> NOW,
        duration -> {},
        new Random(1),
        Activity.SILENT);
  }

  private static Endpoint at(String url) {
    return new Endpoint(URI.create(url), Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void knowsEveryKindOfForge(ForgeSettings.Kind kind) {
    HttpAccess access = access(Duration.ofSeconds(1), Duration.ofMinutes(1));
    Class<?> expected =
        Map.of(
                ForgeSettings.Kind.GITHUB, GitHubForge.class,
                ForgeSettings.Kind.GITLAB, GitLabForge.class,
                ForgeSettings.Kind.GITEA, GiteaForge.class,
                ForgeSettings.Kind.NONE, NoForge.class)
            .get(kind);
    assertThat(Forges.connect(kind, at("https://forge.example.dev"), access))
        .isExactlyInstanceOf(expected);
  }

  @Test
  void saysThatThereIsNoForge() {
    ForgeException e =
        catchThrowableOfType(ForgeException.class, () -> new NoForge().read(SHOP, SEVEN));
    assertThat(e.kind()).isEqualTo(ForgeException.Kind.NO_FORGE);
    assertThat(e.problem().message()).contains("`forge.kind: none`");
  }

  @Test
  void givesUpOnAServerThatNeverAnswers() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try {
            done.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.start();
    try {
      Endpoint silent = at("http://127.0.0.1:" + server.getAddress().getPort());
      Forge forge = new GitHubForge(silent, access(Duration.ofMillis(50), Duration.ofMinutes(1)));
      ForgeException e = catchThrowableOfType(ForgeException.class, () -> forge.read(SHOP, SEVEN));
      assertThat(e.kind()).isEqualTo(ForgeException.Kind.UNREACHABLE);
      assertThat(e.getMessage()).contains("gives no answer").contains("4 times");
    } finally {
      done.countDown();
      server.stop(0);
    }
  }

  @Test
  void sendsNothingOnceTheBudgetIsSpent() {
    Forge forge =
        new GitHubForge(at("http://127.0.0.1:9"), access(Duration.ofSeconds(1), Duration.ZERO));
    ForgeException e = catchThrowableOfType(ForgeException.class, () -> forge.read(SHOP, SEVEN));
    assertThat(e.getMessage()).contains("longer than the 0 s");
  }

  @Test
  void reportsAServerThatIsNotThere() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Forge forge =
        new GiteaForge(
            at("http://127.0.0.1:" + port), access(Duration.ofSeconds(2), Duration.ofMinutes(1)));
    ForgeException e = catchThrowableOfType(ForgeException.class, () -> forge.read(SHOP, SEVEN));
    assertThat(e.kind()).isEqualTo(ForgeException.Kind.UNREACHABLE);
  }

  /** GitHub writes there what it does not take, and nothing of it in its message. */
  @Test
  void whatAForgeSaysOfItsErrorsIsSaid() {
    try (ForgeBench bench = new ForgeBench()) {
      Forge forge = bench.fresh(ForgeSettings.Kind.GITHUB);
      String answer =
          "{\"message\": \"Validation Failed\", \"errors\": [{\"message\": \"No commits between\"},"
              + " {\"code\": \"custom\"}]}";
      bench.server().reset((method, uri, body) -> new StubServer.Answer(422, answer, null));
      assertThat(catchThrowableOfType(ForgeException.class, () -> forge.read(SHOP, SEVEN)))
          .hasMessageEndingWith("Validation Failed; No commits between");
    }
  }
}
