package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a preview whose changes are pushed straight to the GitOps branch. */
class OpenPushTest {
  @TempDir Path temp;
  private DeliveryWorld world;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void opensUpdatesAndCloses() {
    StubPull pull = world.pull(7);
    CommandLineRun opened = world.open(7);
    assertThat(opened.code()).as(opened.err()).isZero();
    assertThat(opened.out())
        .startsWith("opened: orders#7 in commit ")
        .contains("https://orders-7.");
    assertThat(world.hasOverlay(7)).isTrue();
    String sha = world.push(pull);
    assertThat(world.open(7).out()).startsWith("updated: orders#7 in commit ");
    assertThat(world.gitops.text("main", "previews/orders/pr-7/preview.yaml")).contains(sha);
    pull.state = "closed";
    assertThat(world.close(7).out()).startsWith("removed: orders#7 in commit ");
    assertThat(world.hasOverlay(7)).isFalse();
    assertThat(world.commits())
        .containsExactly(
            "Remove the preview of orders for pull request 7",
            "Update the preview of orders for pull request 7",
            "Open the preview of orders for pull request 7",
            "fixture");
    assertThat(world.app().comments).singleElement().extracting("body").asString().contains("gone");
  }

  @Test
  void sameTreeIsNoCommit() {
    world.pull(7);
    world.open(7);
    String tip = world.gitops.tip("main");
    CommandLineRun again = world.open(7);
    assertThat(again.out()).startsWith("unchanged: orders#7, https://");
    assertThat(again.code()).isZero();
    assertThat(world.gitops.tip("main")).isEqualTo(tip);
  }

  @Test
  void dryRunWritesNothingAnywhere() {
    world.pull(7);
    String tip = world.gitops.tip("main");
    assertThat(world.open(7, "--dry-run").out()).startsWith("would be opened: orders#7, ");
    assertThat(world.gitops.tip("main")).isEqualTo(tip);
    assertThat(world.host.server().requests()).allMatch(request -> request.startsWith("GET "));
    world.open(7);
    world.app().pulls.get(7).state = "closed";
    world.host.server().heal();
    assertThat(world.close(7, "--dry-run").out()).startsWith("would be removed: orders#7");
    assertThat(world.hasOverlay(7)).isTrue();
    assertThat(world.host.server().requests()).allMatch(request -> request.startsWith("GET "));
  }

  @Test
  void withoutAForgeAnOldEventBringsNoOlderCommitBack() {
    StubPull pull = world.pull(7);
    String old = pull.sha;
    String newer = world.push(pull);
    assertThat(world.open(7, "--offline").code()).isZero();
    pull.sha = old;
    CommandLineRun late = world.open(7, "--offline");
    assertThat(late.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(late.err()).contains("which was made after").contains("it is left as it is");
    assertThat(world.gitops.text("main", "previews/orders/pr-7/preview.yaml")).contains(newer);
    pull.sha = newer;
    assertThat(world.open(7, "--offline").out()).startsWith("unchanged");
  }
}
