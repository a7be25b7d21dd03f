package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which source tells the commit: the bundle's, or the overlay's where the bundle is the admins'.
 */
class WaitElsewhereTest {
  private static final String DIGEST = "sha256:" + "d".repeat(64);
  private static final String OLD_DIGEST = "sha256:" + "e".repeat(64);
  @TempDir Path temp;
  private WaitWorld world;

  @BeforeEach
  void start() throws Exception {
    world = new WaitWorld(temp);
    world.platform(Files.readString(Examples.HOME.resolve("shapes/bundle-elsewhere/mayfly.yaml")));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** Commits the overlay's record and returns the commit. */
  private String recorded(String headSha, String digest) throws IOException {
    Path golden = Path.of("golden/shapes/bundle-elsewhere/previews/cart/pr-128/preview.yaml");
    String record =
        Files.readString(golden)
            .replace("128", "7")
            .replaceFirst("headSha: \"[0-9a-f]{40}\"", "headSha: \"" + headSha + "\"")
            .replaceFirst("sha256:[0-9a-f]{64}", digest);
    return world.gitops.commit("main", Map.of("previews/cart/pr-7/preview.yaml", record));
  }

  @Test
  void theOverlaysRecordHasToNameTheCommit() throws IOException {
    String before = recorded(ShownApplication.OLDER, OLD_DIGEST);
    String after = recorded(ShownApplication.SHA, DIGEST);
    String unrelated = world.gitops.commit("main", Map.of("README.md", "x"));
    world.shows(
        ShownApplication.cart("0".repeat(40), OLD_DIGEST),
        ShownApplication.cart(before, OLD_DIGEST),
        ShownApplication.cart(after, OLD_DIGEST),
        ShownApplication.cart(unrelated, DIGEST));
    CommandLineRun run = world.golden("bundle-elsewhere", world.run());
    assertThat(run.code()).isZero();
  }

  @Test
  void anotherCommitAfterwardsSupersedes() throws IOException {
    String wanted = recorded(ShownApplication.SHA, OLD_DIGEST);
    String newer = recorded(ShownApplication.NEWER, DIGEST);
    world.shows(ShownApplication.cart(wanted, DIGEST), ShownApplication.cart(newer, DIGEST));
    assertThat(world.run().code()).isEqualTo(ExitCode.REFUSED);
  }

  /** Only where the comparison was made with what the Application says now. */
  @Test
  void aComparisonWithOtherImagesDoesNotCount() throws IOException {
    String wanted = recorded(ShownApplication.SHA, DIGEST);
    String shown = ShownApplication.cart(wanted, DIGEST).json();
    int compared = shown.lastIndexOf(DIGEST);
    world.argocd(
        WaitWorld.body(
            shown.substring(0, compared)
                + OLD_DIGEST
                + shown.substring(compared + DIGEST.length())));
    CommandLineRun run = world.run("--timeout", "10s");
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.out()).contains("has not been given the images of the commit yet");
  }

  /** Both sources of the second example are in one repository, told apart by their paths. */
  @Test
  void aGeneratedApplicationIsJudgedByItsBundle() {
    world.platform(Examples.platform("monolith"));
    ShownApplication shown = ShownApplication.live();
    shown.name = "monolith-pr-7";
    shown.project = "monolith-previews";
    shown.bundleRepository = "https://github.com/jomcgi/homelab.git";
    shown.bundlePath = "projects/monolith/chart";
    shown.overlayRepository = "https://github.com/jomcgi/homelab";
    shown.overlayPath = "previews/monolith/baseline";
    world.shows(shown);
    assertThat(world.run().out()).startsWith("live: monolith#7 at 7777777");
    shown.compared = ShownApplication.OLDER;
    world.shows(shown);
    assertThat(world.run("--timeout", "10s").out()).contains("is not compared with the commit yet");
  }

  @Test
  void anApplicationOfOneSourceHasOneRevision() {
    String one =
        ShownApplication.live()
            .json()
            .replaceAll("(?s)\"sources\": \\[(\\{[^}]*\\}),\\s*\\{[^}]*\\}\\]", "\"source\": $1")
            .replaceAll(
                "\"revisions\": \\[(\"[0-9a-f]{40}\"), \"[0-9a-f]{40}\"\\]", "\"revision\": $1");
    assertThat(one).contains("\"source\": {").doesNotContain("\"sources\"", "\"revisions\"");
    world.platform(Examples.platform("primitives"));
    world.argocd(WaitWorld.body(one));
    assertThat(world.run().code()).isZero();
    world.argocd(WaitWorld.body(one.replaceAll("\"revision\": \"7", "\"revision\": \"6")));
    assertThat(world.run("--timeout", "10s").code()).isEqualTo(ExitCode.REMOTE);
  }

  @Test
  void whatIsOnItsWayIsNotLive() {
    world.platform(Examples.platform("primitives"));
    ShownApplication deleted = ShownApplication.live();
    deleted.metadata = ", \"deletionTimestamp\": \"2026-11-22T09:00:00Z\"";
    world.shows(deleted);
    assertThat(world.run("--timeout", "10s").out()).contains("is being deleted");
    ShownApplication asked = ShownApplication.live();
    asked.operation = true;
    world.shows(asked);
    assertThat(world.run("--timeout", "10s").out()).contains("waits for a sync that was asked for");
    ShownApplication suspended = ShownApplication.live();
    suspended.health = "Suspended";
    world.shows(suspended);
    assertThat(world.run("--timeout", "10s").out()).contains("is Synced and Suspended");
    ShownApplication condition = ShownApplication.live();
    condition.conditions.add(
        "{\"type\": \"ComparisonError\", \"message\": \"failed to generate manifest for source 1\"}");
    condition.conditions.add("{\"type\": \"OrphanedResourceWarning\", \"message\": \"2 orphans\"}");
    world.shows(condition);
    CommandLineRun run = world.golden("condition", world.run());
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    ShownApplication warned = ShownApplication.live();
    warned.conditions.add("{\"type\": \"OrphanedResourceWarning\", \"message\": \"2 orphans\"}");
    world.shows(warned);
    assertThat(world.run().code()).isZero();
  }
}
