package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import dev.mayfly.forge.StubServer;
import dev.mayfly.platform.ForgeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which state {@code status} says of a preview, by what Git, forge and cluster say of it. */
class StatusStatesTest {
  @TempDir private Path temp;
  private DeliveryWorld world;
  private StubPull pull;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp.resolve("world"));
    pull = world.pull(7);
    assertThat(world.open(7).code()).isZero();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** The Application of the preview, live at its commit. */
  private ShownApplication application() {
    return at(ShownApplication.live(), pull.sha);
  }

  private ShownApplication at(ShownApplication shown, String sha) {
    shown.bundleRepository = world.host.server().url() + "/acme/primitives.git";
    shown.overlayRepository = "https://127.0.0.1/acme/gitops.git";
    shown.wanted = sha;
    shown.compared = sha;
    shown.synced = sha;
    return shown;
  }

  private CommandLineRun listed(String... items) throws IOException {
    Path file = world.directory.resolve("applications.json");
    Files.writeString(file, "[" + String.join(",", items) + "]");
    return world.run("status", "--applications", "applications.json");
  }

  private static void says(CommandLineRun run, String status) {
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).containsPattern("orders#7 .*  0m   " + status + "  +https://orders-7");
  }

  @Test
  void mergedIsNotLive() throws IOException {
    says(world.run("status"), "delivered: merged, not known to be live");
    says(listed(), "delivered: has no Application `orders-pr-7` yet");
    ShownApplication elsewhere = application();
    elsewhere.namespace = "argocd-two";
    says(listed(elsewhere.json()), "delivered: has no Application `orders-pr-7` yet");
    world.editPlatform(text -> text.replace("namespace: argocd\n", "namespace: argocd-two\n"));
    says(listed(elsewhere.json()), "live: is Synced and Healthy");
    says(listed(application().json()), "delivered: has no Application `orders-pr-7` yet");
  }

  @Test
  void liveIsSyncedAndHealthyAtTheCommitThatGitHas() throws IOException {
    says(listed(application().json()), "live: is Synced and Healthy");
    says(
        listed(application().json().replace("\"kind\": \"Application\",", "")),
        "live: is Synced and Healthy");
    assertThat(world.run("status", "--applications", "applications.json", "-o", "json").out())
        .contains("\"health\": \"applications\"", "\"state\": \"live\"");
    ShownApplication older = at(ShownApplication.live(), ShownApplication.OLDER);
    says(listed(older.json()), "stale: is at commit `6666666`");
    older.history.add(pull.sha);
    says(listed(older.json()), "stale: went on to commit `6666666`");
  }

  @ParameterizedTest
  @CsvSource({
    "sync, OutOfSync, deploying: is OutOfSync and Healthy",
    "health, Progressing, deploying: is Synced and Progressing",
    "health, Degraded, degraded: is Synced and Degraded",
    "phase, Running, deploying: is being synced: successfully synced \\(all tasks run\\)",
    "phase, Failed, failed: could not be synced: successfully synced \\(all tasks run\\)",
    "deleted, x, going: is being deleted",
    "compared, 6666666666666666666666666666666666666666, deploying: is not compared with the commit yet",
  })
  void whatArgoCdSaysOfTheCommit(String field, String value, String status) throws IOException {
    ShownApplication shown = application();
    Map<String, Consumer<String>> fields =
        Map.of(
            "sync", text -> shown.sync = text,
            "health", text -> shown.health = text,
            "phase", text -> shown.phase = text,
            "compared", text -> shown.compared = text,
            "deleted",
                text -> shown.metadata = ", \"deletionTimestamp\": \"2026-11-22T09:30:00Z\"");
    fields.getOrDefault(field, text -> {}).accept(value);
    says(listed(shown.json()), status);
  }

  @Test
  void theFirstObjectInTheWayIsNamed() throws IOException {
    says(
        listed(at(ShownApplication.syncFailed(), pull.sha).json()),
        "failed: could not be synced: one or more objects failed to apply \\(retried 3 .*…");
    assertThat(world.run("status", "--applications", "applications.json", "-o", "json").out())
        .contains("; Deployment orders: pods is forbidden: exceeded quota: preview\"");
  }

  /** Of a listing of another cluster nothing is believed, and the others are listed as before. */
  @Test
  void anApplicationOfSomethingElseProvesNothing() throws IOException {
    ShownApplication foreign = application();
    foreign.project = "default";
    CommandLineRun run = listed(foreign.json());
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("warning[another-application]").doesNotContain("error[");
    assertThat(run.out()).contains("delivered: merged, not known to be live");
    says(listed(foreign.json(), application().json()), "live: is Synced and Healthy");
    assertThat(listed("{\"kind\": \"Pod\"}").code()).isEqualTo(ExitCode.CONFIGURATION);
    Files.writeString(world.directory.resolve("applications.json"), "[{\"kind\": \"Appl");
    CommandLineRun cut = world.run("status", "--applications", "applications.json");
    assertThat(cut.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(cut.out()).isEmpty();
  }

  /** A newer commit makes the older one stale, whatever the cluster says of it. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aPullRequestThatMovedOnMakesItStale(ForgeSettings.Kind kind) throws IOException {
    if (kind != ForgeSettings.Kind.GITHUB) {
      world.close();
      world = DeliveryWorld.of(temp.resolve(kind + ""), kind, DeliveryWorld::push);
      pull = world.pull(7);
      assertThat(world.open(7).code()).isZero();
    }
    String live = application().json();
    says(listed(live), "live: is Synced and Healthy");
    world.push(pull);
    says(listed(live), "stale: the pull request is at `" + pull.sha.substring(0, 7) + "`");
    CommandLineRun offline =
        world.run("status", "--offline", "--applications", "applications.json");
    says(offline, "live: is Synced and Healthy");
    world.env.clear();
    says(listed(live), "live: is Synced and Healthy");
  }

  @Test
  void aNewerCommitOnABranchMakesItStale() throws IOException {
    String live = application().json();
    world.editPlatform(text -> text.replace("change: push", "change: pull-request"));
    world.push(pull);
    assertThat(world.open(7).code()).isZero();
    says(
        listed(live),
        "stale: commit `" + pull.sha.substring(0, 7) + "` waits for its GitOps pull request");
    world.merge("mayfly/orders/pr-7");
    says(listed(application().json()), "live: is Synced and Healthy");
    pull.state = "closed";
    assertThat(world.close(7).code()).isZero();
    says(listed(application().json()), "going: its removal waits to be merged");
  }

  @Test
  void aForgeThatDoesNotAnswerIsAWarning() throws IOException {
    world.host.server().breakAt(0, StubServer.Fault.UNAUTHORIZED, true);
    CommandLineRun run = listed(application().json());
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("warning[heads-unknown]");
    assertThat(run.out()).contains("live: is Synced and Healthy");
  }
}
