package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.access.Edge;
import dev.mayfly.command.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waiting by Argo CD's API, each ending word for word. */
class WaitCommandTest {
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
  void fromNothingToLive() {
    world.argocd(
        WaitWorld.ABSENT,
        WaitWorld.body(ShownApplication.older().json()),
        WaitWorld.body(ShownApplication.syncing().json()),
        WaitWorld.body(ShownApplication.progressing().json()),
        WaitWorld.body(ShownApplication.live().json()));
    CommandLineRun run = world.golden("live", world.run());
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(world.slept()).isEqualTo(Duration.ofSeconds(30));
    assertThat(world.asked)
        .allMatch(path ->
            path.equals(
                "/api/v1/applications/orders-pr-7"
                    + "?project=primitives-previews&appNamespace=argocd"));
    assertThat(world.edge.seen())
        .allMatch(
            seen -> seen.headers().get("Authorization").contains("Bearer " + WaitWorld.TOKEN));
  }

  @Test
  void whatFlapsIsNotLiveUntilItStays() {
    world.shows(
        ShownApplication.live(),
        ShownApplication.degraded(),
        ShownApplication.live(),
        ShownApplication.live(),
        ShownApplication.live());
    world.golden("flapping", world.run());
    assertThat(world.slept()).isEqualTo(Duration.ofSeconds(20));
    world.shows(ShownApplication.live());
    world.run("--stable", "0s");
    assertThat(world.slept()).isZero();
  }

  @Test
  void aDegradedPreviewFailsWhenItStaysSo() {
    world.shows(ShownApplication.degraded());
    world.tree = WaitWorld.body(ShownApplication.tree());
    CommandLineRun run = world.golden("degraded", world.run());
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(world.slept()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aSyncThatFailedEndsAtOnce() {
    world.shows(ShownApplication.syncFailed());
    CommandLineRun run = world.golden("sync-failed", world.run("-o", "text"), "-o", "text");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(world.slept()).isZero();
    world.golden("sync-failed-json", world.run("-o", "json"), "-o", "json");
  }

  @Test
  void theFailureOfAnotherCommitIsNoFailure() {
    ShownApplication failedBefore = ShownApplication.syncFailed();
    failedBefore.synced = ShownApplication.OLDER;
    ShownApplication overlayBefore = ShownApplication.syncFailed();
    overlayBefore.syncedOverlay = "b".repeat(40);
    world.shows(failedBefore, overlayBefore, ShownApplication.live());
    assertThat(world.run().code()).isZero();
  }

  @Test
  void whatNeverEndsEndsWithTheTime() {
    world.shows(ShownApplication.progressing());
    world.tree = WaitWorld.body(ShownApplication.tree());
    CommandLineRun run = world.golden("timed-out", world.run("--timeout", "3m"), "--timeout", "3m");
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(world.slept()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void anotherCommitThatCameAfterwardsSupersedes() {
    ShownApplication newer = ShownApplication.live();
    newer.wanted = ShownApplication.NEWER;
    world.shows(ShownApplication.progressing(), newer);
    CommandLineRun run = world.golden("superseded", world.run());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    newer.history.add(ShownApplication.SHA);
    world.shows(newer);
    assertThat(world.run().code()).isEqualTo(ExitCode.REFUSED);
    assertThat(world.slept()).isZero();
  }

  @Test
  void troubleOnTheWayIsWaitedOut() {
    world.argocd(
        Edge.status(503),
        Edge.status(429),
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.close();
        },
        WaitWorld.body(ShownApplication.live().json()));
    world.golden("unanswered", world.run());
    world.argocd(Edge.status(502));
    CommandLineRun run = world.run("--timeout", "1m");
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.out()).contains("timed out: orders#7 at 7777777 is not known").contains("502");
  }

  @Test
  void whatIsNoAnswerEndsAtOnce() {
    world.argocd(WaitWorld.body("<html>Log in to Argo CD</html>"));
    assertThat(world.golden("html", world.run()).code()).isEqualTo(ExitCode.REMOTE);
    world.argocd(exchange -> Edge.lead(exchange, "https://login.example.org/"));
    assertThat(world.run().err()).contains("does not answer as Argo CD's API does");
    world.argocd(exchange -> Edge.send(exchange, 403, "{\"code\": 7}"));
    assertThat(world.golden("forbidden", world.run()).code()).isEqualTo(ExitCode.REMOTE);
    world.argocd(exchange -> Edge.send(exchange, 401, "{\"error\": \"" + WaitWorld.TOKEN + "\"}"));
    CommandLineRun run = world.run();
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.out() + run.err()).contains("401").doesNotContain(WaitWorld.TOKEN);
    assertThat(world.slept()).isZero();
  }

  @Test
  void anotherApplicationProvesNothing() {
    ShownApplication other = ShownApplication.live();
    other.project = "default";
    world.shows(other);
    assertThat(world.golden("another", world.run()).code()).isEqualTo(ExitCode.REMOTE);
    other = ShownApplication.live();
    other.bundlePath = "billing/deploy";
    world.shows(other);
    assertThat(world.run().code()).isEqualTo(ExitCode.REMOTE);
    other = ShownApplication.live();
    other.name = "orders-pr-8";
    world.shows(other);
    assertThat(world.run().code()).isEqualTo(ExitCode.REMOTE);
  }

  @Test
  void hostileWordsStayWords() {
    ShownApplication shown = ShownApplication.degraded();
    shown.healthMessage = "\\u001b[2J @all " + WaitWorld.TOKEN + " \\u202e x".repeat(300);
    world.shows(shown);
    CommandLineRun run = world.run("--patience", "0s");
    assertThat(run.out() + run.err())
        .doesNotContain("\u001b")
        .doesNotContain("\u202e")
        .doesNotContain(WaitWorld.TOKEN)
        .contains("***");
    assertThat(run.out().length()).isLessThan(1500);
  }

  @Test
  void actionsGetOutputsSummaryAndAnnotation() throws IOException {
    world.shows(ShownApplication.syncFailed());
    Path output = Files.createFile(temp.resolve("output"));
    Path summary = Files.createFile(temp.resolve("summary"));
    world.env.put("GITHUB_ACTIONS", "true");
    world.env.put("GITHUB_OUTPUT", output.toString());
    world.env.put("GITHUB_STEP_SUMMARY", summary.toString());
    CommandLineRun run = world.run();
    assertThat(run.err()).contains("::error title=preview-failed::orders#7 could not be synced");
    assertThat(Files.readString(output)).contains("\nfailed\n").contains(ShownApplication.SHA);
    assertThat(Files.readString(summary))
        .contains("**Mayfly** failed: orders#&#8203;7 at 7777777 could not be synced")
        .contains("- `Deployment orders` SyncFailed pods is forbidden: exceeded quota");
  }

  @Test
  void gitLabGetsVariables() {
    world.shows(ShownApplication.live());
    assertThat(world.run("-o", "dotenv").out())
        .isEqualTo("MAYFLY_RESULT=live\nMAYFLY_URL=https://orders-7.preview.example.dev\n");
  }

  @Test
  void wrongUsageIsSaidBeforeAnybodyIsAsked() {
    world.shows(ShownApplication.live());
    for (String[] wrong :
        new String[][] {
          {"--timeout", "soon"},
          {"--by", "email"},
          {"-o", "xml"},
          {"--expect-status", "200"},
          {"--probe", "no-slash"},
          {"--probe", "/", "--expect-status", "20"},
          {"--probe", "/", "--expect-header", "no colon"},
          {"--applications", "x.json", "--timeout", "1m"},
          {"--applications", "missing.json"}
        }) {
      assertThat(world.run(wrong).code()).as(String.join(" ", wrong)).isEqualTo(2);
    }
    world.env.remove("ARGOCD_AUTH_TOKEN");
    assertThat(world.run().err()).contains("`ARGOCD_AUTH_TOKEN` holds no token");
    world.env.put("ARGOCD_AUTH_TOKEN", "two words");
    assertThat(world.run().code()).isEqualTo(2);
    world.env.put("ARGOCD_AUTH_TOKEN", WaitWorld.TOKEN);
    for (String host :
        new String[] {"http://argocd.pr.example.dev", "a b", "user@host", "h/../x?"}) {
      world.env.put("ARGOCD_SERVER", host);
      assertThat(world.run().code()).as(host).isEqualTo(2);
    }
    world.env.remove("ARGOCD_SERVER");
    assertThat(world.run().err()).contains("nobody can be asked whether the preview is live");
    assertThat(world.asked).isEmpty();
  }

  @Test
  void theServerIsNamedAsItsOwnProgramTakesIt() {
    world.shows(ShownApplication.live());
    world.env.put("ARGOCD_SERVER", "https://" + WaitWorld.ARGOCD + "/argo/");
    assertThat(world.run().code()).isZero();
    assertThat(world.asked.getFirst()).startsWith("/argo/api/v1/applications/orders-pr-7?");
  }
}
