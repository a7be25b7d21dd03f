package dev.mayfly.git;

import static dev.mayfly.git.Deliveries.MAIN;
import static dev.mayfly.git.Deliveries.deliver;
import static dev.mayfly.git.Deliveries.overlay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CompareAndSwapLoop.Result;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token reaches its own host and nothing else. */
@Tag("slow")
class SecretsTest {
  private static final String TOKEN = "canary_5eCr3t";
  private static final String BASIC =
      Base64.getEncoder()
          .encodeToString(("x-access-token:" + TOKEN).getBytes(StandardCharsets.UTF_8));

  @TempDir Path temp;
  private GitCommand git;
  private GitServer server;

  @BeforeEach
  void serve() {
    git = GitCommand.bare(temp.resolve("gitops.git"));
    git.commit("main", Map.of("mayfly.yaml", "x\n"));
    server = GitServer.serving(temp);
    server.token = "Basic " + BASIC;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private RemoteRepository open(RemoteUrl boundTo) {
    Credentials token = Credentials.forHostOf(boundTo, "x-access-token", TOKEN.toCharArray());
    return RemoteRepository.open(
        server.url("gitops.git"), Deliveries.access().with(token), temp, Deliveries.retry());
  }

  private static String everythingSaid(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    if (thrown instanceof ProblemsException problems) {
      text.append(problems.problems().toString());
    }
    return text.toString();
  }

  @Test
  void deliversWithATokenFromTheFirstRequestOn() throws Exception {
    try (RemoteRepository remote = open(server.url("gitops.git"))) {
      assertThat(deliver(remote, overlay(7, "x"))).isInstanceOf(Result.Delivered.class);
      try (var files = Files.walk(temp)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .doesNotContain(TOKEN)
              .doesNotContain(BASIC);
        }
      }
    }
    assertThat(server.authorizations).containsOnly("Basic " + BASIC);
  }

  @Test
  void neverFollowsARedirectToAnotherHost() {
    try (GitServer thief = GitServer.serving(temp)) {
      thief.statuses = request -> 401;
      server.redirectTo = thief.address();
      try (RemoteRepository remote = open(server.url("gitops.git"))) {
        assertThatThrownBy(() -> remote.require(MAIN))
            .isInstanceOfSatisfying(
                ProblemsException.class,
                e -> assertThat(e.problems().getFirst().id()).isEqualTo("remote-redirect"));
      }
      assertThat(thief.requests).isEmpty();
    }
  }

  @Test
  void keepsATokenOfAnotherPortToItself() {
    try (RemoteRepository remote = open(RemoteUrl.parse("http://127.0.0.1:1/gitops.git"))) {
      assertThatThrownBy(() -> remote.require(MAIN)).isInstanceOf(ProblemsException.class);
    }
    assertThat(server.authorizations).containsOnly("");
  }

  /** At the beginning of a run and later in it, when what the server can is known. */
  @ParameterizedTest
  @CsvSource({
    "401, remote-credentials",
    "403, remote-forbidden",
    "404, repository-missing",
    "407, remote-proxy",
    "500, remote-unreachable",
    "503, remote-unreachable"
  })
  void namesTheFaultAndNeverTheToken(int status, String id) {
    for (boolean begun : new boolean[] {false, true}) {
      server.statuses = request -> 0;
      try (RemoteRepository remote = open(server.url("gitops.git"))) {
        if (begun) {
          remote.require(MAIN);
        }
        server.statuses = request -> status;
        Throwable thrown = catchThrowable(() -> remote.require(MAIN));
        assertThat(thrown)
            .isInstanceOfSatisfying(
                ProblemsException.class,
                e -> assertThat(e.problems().getFirst().id()).isEqualTo(id));
        assertThat(everythingSaid(thrown)).doesNotContain(TOKEN).doesNotContain(BASIC);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"401", "403"})
  void saysThatATokenMayReadButNotWrite(int status) {
    server.statuses = request -> request.contains("receive-pack") ? status : 0;
    try (RemoteRepository remote = open(server.url("gitops.git"))) {
      Throwable thrown = catchThrowable(() -> deliver(remote, overlay(7, "x")));
      assertThat(thrown)
          .isInstanceOfSatisfying(
              ProblemsException.class,
              e -> assertThat(e.problems().getFirst().id()).isEqualTo("push-refused"));
      assertThat(everythingSaid(thrown)).doesNotContain(TOKEN).doesNotContain(BASIC);
    }
  }

  @Test
  void cutsATokenOutOfWhatAServerSays() {
    git.hook("pre-receive", "echo 'you sent " + TOKEN + " and " + BASIC + "' >&2; exit 1");
    try (RemoteRepository remote = open(server.url("gitops.git"))) {
      Throwable thrown = catchThrowable(() -> deliver(remote, overlay(7, "x")));
      assertThat(thrown).hasMessageContaining("you sent *** and ***");
      assertThat(everythingSaid(thrown)).doesNotContain(TOKEN).doesNotContain(BASIC);
    }
  }

  @Test
  void showsNoTokenOfItsOwnAccord() {
    Credentials token =
        Credentials.forHostOf(
            RemoteUrl.parse("https://git.example.dev/x"), "git", TOKEN.toCharArray());
    assertThat(token).hasToString("a token for git.example.dev:443");
    assertThat(Deliveries.access().with(token).toString()).doesNotContain(TOKEN);
  }
}
