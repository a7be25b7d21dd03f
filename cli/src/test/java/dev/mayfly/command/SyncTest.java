package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import dev.mayfly.forge.StubServer.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sync}: nothing goes without proof, and one failing item does not stop the others. */
class SyncTest {
  private static final String ROOMY = "limit: 9";

  @TempDir Path temp;
  private DeliveryWorld world;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
    world.editPlatform(
        text -> text.replace("limit: 5", ROOMY).replaceFirst("  capacity: .*\n", ""));
    for (int number = 1; number <= 4; number++) {
      world.pull(number);
      assertThat(world.open(number).code()).isZero();
    }
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private StubPull pull(int number) {
    return world.app().pulls.get(number);
  }

  @Test
  void dryRunSaysAllAndWritesNothing() {
    pull(2).state = "closed";
    pull(3).updatedAt = "2026-11-10T08:00:00Z";
    world.pull(5);
    String tip = world.gitops.tip("main");
    world.host.server().heal();
    CommandLineRun run = world.sync();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            orders#1: kept
            orders#2: would be removed (its pull request is closed)
            orders#3: would be removed (it was not touched for 12 days)
            orders#4: kept
            orders#5: would be opened (missing)
            """);
    assertThat(world.gitops.tip("main")).isEqualTo(tip);
    assertThat(world.host.server().requests()).allMatch(request -> request.startsWith("GET "));
  }

  @Test
  void removesOrphansAndExpiredInOneCommitAndOpensWhatIsMissing() {
    pull(2).state = "closed";
    pull(3).updatedAt = "2026-11-10T08:00:00Z";
    pull(4).updatedAt = "2026-11-10T08:00:00Z";
    pull(4).labels.add("keep-preview");
    world.pull(5);
    CommandLineRun run = world.sync("--apply");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("orders#2: removed (its pull request is closed)")
        .contains("orders#3: removed (it was not touched for 12 days)")
        .contains("orders#4: kept")
        .contains("orders#5: opened (missing)");
    assertThat(world.hasOverlay(2)).isFalse();
    assertThat(world.hasOverlay(3)).isFalse();
    assertThat(world.hasOverlay(4)).isTrue();
    assertThat(world.hasOverlay(5)).isTrue();
    assertThat(world.commits().subList(0, 2))
        .containsExactly("Open the preview of orders for pull request 5", "Sweep 2 previews");
    assertThat(world.gitops.run("log", "-1", "--skip=1", "--format=%b", "main"))
        .contains("orders#2: removed (its pull request is closed)")
        .contains("Mayfly-Sweep: primitives");
  }

  @Test
  void thatThereIsNoneIsSaid() {
    assertThat(world.sync().err()).isEmpty();
    world.app().pulls.values().forEach(pull -> pull.state = "closed");
    world.sync("--apply", "--allow-mass-removal");
    CommandLineRun run = world.sync();
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEqualTo("0 previews looked at\n");
  }

  @Test
  void secondRunHasNothingToDo() {
    pull(2).state = "closed";
    world.sync("--apply");
    String tip = world.gitops.tip("main");
    assertThat(world.sync("--apply").code()).isZero();
    assertThat(world.gitops.tip("main")).isEqualTo(tip);
  }

  @Test
  void whatCannotBeReadIsKeptAndReportedWhileTheRestGoesOn() {
    pull(1).state = "closed";
    world.app().pulls.remove(2);
    CommandLineRun run = world.sync("--apply");
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.err()).contains("the preview orders#2 is kept: ").contains("forge-not-found");
    assertThat(world.hasOverlay(1)).isFalse();
    assertThat(world.hasOverlay(2)).isTrue();
  }

  @Test
  void emptyListIsNoProof() {
    world.app().pulls.clear();
    CommandLineRun run = world.sync("--apply", "--allow-mass-removal");
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    for (int number = 1; number <= 4; number++) {
      assertThat(world.hasOverlay(number)).isTrue();
    }
  }

  @Test
  void aForgeThatIsDownRemovesNothing() {
    pull(1).state = "closed";
    for (Fault fault : new Fault[] {Fault.UNAUTHORIZED, Fault.NOT_FOUND, Fault.HTML, Fault.EMPTY}) {
      world.host.server().breakAt(0, fault, true);
      CommandLineRun run = world.sync("--apply", "--allow-mass-removal");
      world.host.server().heal();
      assertThat(run.code()).as(fault + run.err()).isEqualTo(ExitCode.REMOTE);
      assertThat(world.hasOverlay(1)).as(fault.name()).isTrue();
    }
  }

  @Test
  void lostPageOfTheListStopsOnlyWhatIsMissing() {
    pull(1).state = "closed";
    world.pull(5);
    // Four reads of single pull requests come first, then the pages of the list.
    world.host.server().breakAt(5, Fault.UNAUTHORIZED, true);
    CommandLineRun run = world.sync();
    world.host.server().heal();
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.out()).contains("orders#1: would be removed").doesNotContain("orders#5");
  }

  @Test
  void massRemovalIsRefusedAndMayBeAllowed() {
    for (int number = 1; number <= 3; number++) {
      pull(number).state = "closed";
    }
    CommandLineRun refused = world.sync("--apply");
    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err())
        .contains("3 of 4 previews would be removed at once; nothing was done");
    assertThat(world.hasOverlay(1)).isTrue();
    assertThat(world.sync("--apply", "--allow-mass-removal").code()).isZero();
    assertThat(world.hasOverlay(1)).isFalse();
    assertThat(world.hasOverlay(4)).isTrue();
  }

  @Test
  void staleOverlaysAreRenderedAnewInOneCommit() {
    world.editPlatform(text -> text.replace("pods: \"20\"", "pods: \"21\""));
    int before = world.commits().size();
    CommandLineRun run = world.sync("--apply", "--offline");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("orders#1: rendered (stale against the policy)")
        .contains("in commit ");
    assertThat(world.commits()).hasSize(before + 1);
    assertThat(world.gitops.text("main", "previews/orders/pr-4/resource-quota.yaml"))
        .contains("\"21\"");
    assertThat(world.sync("--apply", "--offline").out()).doesNotContain("rendered");
  }

  @Test
  void changesThatGoByPullRequestWaitOnOneBranch() {
    world.editPlatform(text ->
        text.replace("change: push", "change: pull-request")
            .replace("pods: \"20\"", "pods: \"21\""));
    pull(2).state = "closed";
    String tip = world.gitops.tip("main");
    CommandLineRun run = world.sync("--apply");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("waits for " + world.host.server().url() + "/acme/gitops/pull/1");
    assertThat(world.gitops.tip("main")).isEqualTo(tip);
    assertThat(world.branches()).contains("mayfly-sync");
    assertThat(world.openChanges()).isEqualTo(1);
    String proposed = world.gitops.tip("mayfly-sync");
    assertThat(world.sync("--apply").code()).isZero();
    assertThat(world.gitops.tip("mayfly-sync"))
        .as("same proposal, same commit")
        .isEqualTo(proposed);
    world.merge("mayfly-sync");
    assertThat(world.hasOverlay(2)).isFalse();
    assertThat(world.sync("--apply").code()).isZero();
    assertThat(world.branches()).containsExactly("main");
  }

  @Test
  void removalsMayBePushedWhileRendersAreProposed() {
    world.editPlatform(text ->
        text.replace("change: push", "change: pull-request\n    removal: push")
            .replace("pods: \"20\"", "pods: \"21\""));
    pull(2).state = "closed";
    CommandLineRun run = world.sync("--apply");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(world.hasOverlay(2)).isFalse();
    assertThat(world.gitops.text("main", "previews/orders/pr-1/resource-quota.yaml"))
        .contains("\"20\"");
    assertThat(world.gitops.text("mayfly-sync", "previews/orders/pr-1/resource-quota.yaml"))
        .contains("\"21\"");
  }

  @Test
  void proposalOfAClosedPullRequestIsWithdrawn() {
    world.editPlatform(text -> text.replace("change: push", "change: pull-request"));
    StubPull late = world.pull(6);
    world.open(6);
    assertThat(world.openChanges()).isEqualTo(1);
    late.state = "closed";
    CommandLineRun run = world.sync("--apply");
    assertThat(run.out()).contains("orders#6: removed (its pull request is closed)");
    assertThat(world.branches()).containsExactly("main");
    assertThat(world.openChanges()).isZero();
  }

  @Test
  void foreignOverlayIsKeptAndReported() {
    world.gitops.commit(
        "main", java.util.Map.of("previews/orders/pr-77/notes.yaml", "kind: Notes\n"));
    CommandLineRun run = world.sync("--apply");
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.err()).contains("has no preview.yaml, so it was not written by Mayfly");
    assertThat(world.gitops.paths("main")).contains("previews/orders/pr-77/notes.yaml");
  }

  @Test
  void appThatLeftThePlatformTakesItsClosedPreviewsAlong() {
    world.editPlatform(text -> text.replace("    - name: orders\n", "    - name: baskets\n"));
    pull(1).state = "closed";
    CommandLineRun run = world.sync("--apply");
    assertThat(run.out()).contains("orders#1: removed (its pull request is closed)");
    assertThat(run.err()).contains("of an unknown app, which the platform does not have any more");
    assertThat(world.hasOverlay(1)).isFalse();
    assertThat(world.hasOverlay(2)).isTrue();
    pull(2).state = "closed";
    assertThat(world.close(2, "--app", "orders").out()).startsWith("removed: orders#2");
    assertThat(world.close(3, "--app", "orders").out())
        .isEqualTo(
            "kept: orders#3 (the platform has no such app any more, but the pull request is open)\n");
  }

  @Test
  void whatASweepOpensHasToHoldWhatAnEventOpensHasTo() {
    StubPull bad = world.pull(5);
    bad.sha =
        world.source.commit(
            "change-5",
            java.util.Map.of(
                "primitives/service/orders/deploy/.argocd-source.yaml", "kustomize: {}\n"));
    CommandLineRun run = world.sync("--apply");
    assertThat(world.hasOverlay(5)).as(run.out()).isFalse();
    assertThat(run.out() + run.err()).contains(".argocd-source.yaml");
  }
}
