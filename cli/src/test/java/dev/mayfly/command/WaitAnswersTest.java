package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.access.Edge;
import dev.mayfly.command.console.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An Argo CD that answers late, never, or through somebody before it. */
class WaitAnswersTest {
  private static final Edge.Host NEVER = exchange -> {};

  /** Begins to answer and says no more. */
  private static final Edge.Host STALLED =
      exchange -> {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
      };

  @TempDir Path temp;
  private WaitWorld world;

  @BeforeEach
  void start() throws Exception {
    world = new WaitWorld(temp);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  @Timeout(60)
  void oneThatIsSlowIsAskedAgain() {
    Edge.Host live = WaitWorld.body(ShownApplication.live().json());
    world.settings = world.edge.patientFor(Duration.ofSeconds(4));
    world.argocd(NEVER, live, STALLED, live);
    CommandLineRun run = world.golden("slow", world.run());
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
  }

  @Test
  @Timeout(60)
  void oneThatNeverAnswersIsNotWaitedForLongerThanAsked() {
    world.settings = world.edge.patientFor(Duration.ofSeconds(1));
    world.argocd(NEVER);
    world.tree = NEVER;
    CommandLineRun run = world.run("--timeout", "20s");
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.out()).contains("timed out: orders#7 at 7777777 is not known");
    assertThat(world.slept()).isEqualTo(Duration.ofSeconds(20));
  }

  /** Else the page of a proxy would pass for the word that there is no such Application. */
  @ParameterizedTest
  @ValueSource(ints = {200, 401, 403, 404, 418})
  void aPageOfSomebodyBeforeItIsNoWordOfArgoCd(int status) {
    world.argocd(exchange -> Edge.send(exchange, status, "<html>Log in first</html>"));
    CommandLineRun run = world.run();
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("error[argocd-server]", "does not answer as Argo CD's API does")
        .doesNotContain("Log in first");
    assertThat(world.slept()).isZero();
  }
}
