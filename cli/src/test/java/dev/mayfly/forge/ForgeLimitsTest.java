package dev.mayfly.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.mayfly.diagnostic.Activity;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeLimitsTest {
  private static final RepositoryName SHOP = new RepositoryName("acme/shop");
  private static final PullRequestNumber SEVEN = new PullRequestNumber(7);
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private static ForgeAccess access(URI url, Duration request, Duration budget) {
    return new ForgeAccess(
        url,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(2),
        request,
        budget,
        () -> NOW,
        duration -> {},
        new Random(1),
        Activity.SILENT);
  }

  @ParameterizedTest
  @EnumSource
  void knowsEveryKindOfForge(ForgeSettings.Kind kind) {
    ForgeAccess access =
        ForgeAccess.to(
            URI.create("https://forge.example.dev"), Optional.empty(), () -> NOW, new Random(1));
    Class<?> expected =
        Map.of(
                ForgeSettings.Kind.GITHUB, GitHubForge.class,
                ForgeSettings.Kind.GITLAB, GitLabForge.class,
                ForgeSettings.Kind.GITEA, GiteaForge.class,
                ForgeSettings.Kind.NONE, NoForge.class)
            .get(kind);
    assertThat(Forges.connect(kind, access)).isExactlyInstanceOf(expected);
  }

  @Test
  void saysThatThereIsNoForge() {
    ForgeException e =
        catchThrowableOfType(ForgeException.class, () -> new NoForge().read(SHOP, SEVEN));
    assertThat(e.kind()).isEqualTo(ForgeException.Kind.NO_FORGE);
    assertThat(e.problem().message()).contains("`forge.kind: none`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://forge.example.dev",
        "https://user:secret@forge.example.dev",
        "ftp://x",
        "https:x",
        "https://forge.example.dev?x",
        "http://127.0.0.1.evil.example"
      })
  void refusesAddressesThatWouldSpillTheToken(String url) {
    assertThatThrownBy(
            () -> ForgeAccess.to(URI.create(url), Optional.empty(), () -> NOW, new Random(1)))
        .isInstanceOf(IllegalArgumentException.class);
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
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      Forge forge = new GitHubForge(access(url, Duration.ofMillis(50), Duration.ofMinutes(1)));
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
        new GitHubForge(
            access(URI.create("http://127.0.0.1:9"), Duration.ofSeconds(1), Duration.ZERO));
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
            access(
                URI.create("http://127.0.0.1:" + port),
                Duration.ofSeconds(2),
                Duration.ofMinutes(1)));
    ForgeException e = catchThrowableOfType(ForgeException.class, () -> forge.read(SHOP, SEVEN));
    assertThat(e.kind()).isEqualTo(ForgeException.Kind.UNREACHABLE);
  }

  @Test
  void takesATokenOutOfAnyText() {
    AccessToken token = new AccessToken("ghp_abc/+=123".toCharArray());
    String basic =
        Base64.getEncoder()
            .encodeToString(
                "x-access-token:ghp_abc/+=123"
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    String text = "a ghp_abc/+=123 b " + basic + " c ghp_abc%2F%2B%3D123 d";
    assertThat(token.redact(text)).isEqualTo("a *** b eC1hY2Nlc3MtdG9rZW46***== c *** d");
    assertThat(token).hasToString("***");
    assertThat(
            ForgeAccess.to(
                    URI.create("https://x.example"), Optional.of(token), () -> NOW, new Random(1))
                .toString())
        .doesNotContain("ghp_");
    assertThatThrownBy(() -> new AccessToken("sek\nret".toCharArray()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("sek");
  }
}
