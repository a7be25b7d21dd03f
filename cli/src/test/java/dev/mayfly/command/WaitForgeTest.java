package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.composition.Connections;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubHost;
import dev.mayfly.forge.StubPull;
import dev.mayfly.forge.StubServer;
import dev.mayfly.platform.ForgeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Waiting by what was reported to the forge, and noticing there that the head has moved. */
class WaitForgeTest {
  private static final String APP = "acme/primitives";
  private static final String ENVIRONMENT = "orders/pr-7";
  @TempDir Path temp;
  private WaitWorld world;
  private StubHost host;

  @BeforeEach
  void start() throws Exception {
    world = new WaitWorld(temp);
    at(ForgeSettings.Kind.GITHUB);
    world.env.put(Connections.FORGE_TOKEN, DeliveryWorld.TOKEN);
  }

  @AfterEach
  void stop() {
    host.close();
    world.close();
  }

  private StubPull at(ForgeSettings.Kind kind) {
    host = new StubHost(kind, APP);
    world.platform(
        DeliveryWorld.push(Examples.platform("primitives"))
            .replace("kind: github", "kind: " + kind.name().toLowerCase(Locale.ROOT))
            .replace("url: https://github.com", "url: " + host.server().url()));
    StubPull pull = host.repository(APP).open(7);
    pull.sha = ShownApplication.SHA;
    return pull;
  }

  private void reported(String state, String said) {
    host.repository(APP).reports.add(ShownApplication.SHA, ENVIRONMENT, state, said);
  }

  private ShownApplication progressing() {
    ShownApplication shown = ShownApplication.progressing();
    shown.bundleRepository = host.server().url() + "/acme/primitives.git";
    return shown;
  }

  private CommandLineRun byForge(String... more) {
    world.env.remove("ARGOCD_SERVER");
    return world.run(more);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void eachForgeIsAskedInItsWay(ForgeSettings.Kind kind) {
    host.close();
    at(kind);
    reported("pending", "");
    reported("success", "synced and healthy");
    CommandLineRun run = byForge();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("is reported as live: synced and healthy");
  }

  @Test
  void aFailureIsToldWithItsWords() {
    reported("failure", "pods is forbidden: exceeded quota");
    CommandLineRun run = world.golden("reported-failed", byForge());
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void whatWasTakenDownIsSuperseded() {
    reported("inactive", "");
    assertThat(byForge().code()).isEqualTo(ExitCode.REFUSED);
  }

  /** Merged meanwhile, it would still be said to wait. */
  @Test
  void whatMayflyWroteIsNoReport() {
    reported("queued", "waits for its GitOps pull request");
    assertThat(byForge("--timeout", "10s").out())
        .contains("has no report of the cluster at the forge yet")
        .doesNotContain("waits for its GitOps");
  }

  @Test
  void withoutAReportTheTimeRunsOut() {
    world.golden("unreported-unset", byForge("--timeout", "2m"), "--timeout", "2m");
    world.platform(
        DeliveryWorld.push(Examples.platform("primitives"))
            .replace("url: https://github.com", "url: " + host.server().url())
            .replace(
                "    project: primitives-previews\n",
                "    project: primitives-previews\n"
                    + "    notifications: {githubApp: {id: '1', installation: '2'}}\n"));
    CommandLineRun run = byForge("--timeout", "2m");
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    world.golden("unreported", run, "--timeout", "2m");
    host.repository(APP).reports.add(ShownApplication.SHA, ENVIRONMENT, "pending", "syncing");
    assertThat(byForge("--timeout", "10s").out()).doesNotContain("argocd.notifications");
  }

  @Test
  void aNewerHeadOrAClosedPullRequestEndsTheWait() {
    world.env.put("ARGOCD_SERVER", WaitWorld.ARGOCD);
    world.shows(progressing());
    StubPull pull = host.repository(APP).pulls.get(7);
    pull.sha = ShownApplication.NEWER;
    CommandLineRun newer = world.golden("newer-head", world.run());
    assertThat(newer.code()).isEqualTo(ExitCode.REFUSED);
    pull.sha = ShownApplication.SHA;
    pull.state = "closed";
    CommandLineRun closed = world.run();
    assertThat(closed.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(closed.out()).contains("is no longer wanted: the pull request is closed");
    assertThat(world.asked).isEmpty();
  }

  /** The forge is asked every half minute, and one that does not say is asked once. */
  @Test
  void theHeadIsAskedForNowAndThen() {
    world.env.put("ARGOCD_SERVER", WaitWorld.ARGOCD);
    world.shows(progressing());
    world.run("--timeout", "2m");
    assertThat(host.server().requests()).hasSize(5);
    host.server().breakAt(0, StubServer.Fault.NOT_FOUND, true);
    CommandLineRun run = world.run("--timeout", "2m");
    assertThat(run.err()).containsOnlyOnce("a newer commit would not be noticed");
    assertThat(host.server().requests()).hasSize(1);
  }

  /** A forge that is down or wants rest may be up again before the time is over. */
  @ParameterizedTest
  @EnumSource(names = {"BAD_GATEWAY", "TOO_MANY"})
  void aForgeThatIsAwayIsAskedAgain(StubServer.Fault fault) {
    reported("success", "");
    host.server().breakAt(0, fault, true);
    CommandLineRun run = byForge("--timeout", "3m");
    assertThat(run.code()).as(run.toString()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.out()).contains("timed out: orders#7 at 7777777 is not known");
    assertThat(world.slept()).isGreaterThanOrEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void aTokenThatMayNotLookEndsTheWait() {
    host.server().breakAt(1, StubServer.Fault.UNAUTHORIZED, true);
    CommandLineRun run = byForge();
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.err()).contains("forge-unauthorized").doesNotContain(DeliveryWorld.TOKEN);
  }
}
