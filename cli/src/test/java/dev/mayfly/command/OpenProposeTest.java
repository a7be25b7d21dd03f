package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a preview whose changes go through GitOps pull requests. */
class OpenProposeTest {
  private static final String BRANCH = "mayfly/orders/pr-7";

  @TempDir Path temp;
  private DeliveryWorld world;
  private StubPull pull;

  @BeforeEach
  void start() {
    world = DeliveryWorld.proposing(temp);
    pull = world.pull(7);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private StubPull change() {
    return world.changes().pulls.values().stream()
        .filter(p -> p.state.equals("open"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void proposesOnceAndKeepsTheProposalUpToDate() {
    CommandLineRun opened = world.open(7);
    assertThat(opened.code()).as(opened.err()).isZero();
    assertThat(opened.out())
        .contains("opened: orders#7 in commit ")
        .contains(" on branch mayfly/orders/pr-7, ")
        .contains("waits for " + world.host.server().url() + "/acme/gitops/pull/1");
    assertThat(world.hasOverlay(7)).isFalse();
    StubPull change = change();
    assertThat(change.title).isEqualTo("Preview orders#7");
    assertThat(change.labels).containsExactly("preview");
    assertThat(change.body)
        .contains("pull request 7 of `acme/primitives`")
        .contains("| Commit | `" + pull.sha + "` |")
        .contains("| URL | https://orders-7.preview.example.dev")
        .contains("| Image | `ghcr.io/acme/orders@" + DeliveryWorld.digest(1) + "` |")
        .contains("| Requests | memory 128Mi, cpu 0.05 |")
        .endsWith(" -->\n");
    String sha = world.push(pull);
    assertThat(world.open(7).out()).startsWith("updated: orders#7 in commit ");
    assertThat(change().number).isEqualTo(change.number);
    assertThat(change().body).contains(sha).doesNotContain(DeliveryWorld.digest(1));
    assertThat(world.gitops.run("rev-list", "--count", "main.." + BRANCH)).isEqualTo("1");
    world.merge(BRANCH);
    assertThat(world.hasOverlay(7)).isTrue();
  }

  @Test
  void afterTheMergeTheLeftoverBranchGoesAndNothingIsProposed() {
    world.open(7);
    world.merge(BRANCH);
    CommandLineRun again = world.open(7);
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).startsWith("unchanged: orders#7, https://").doesNotContain("waits");
    assertThat(world.branches()).containsExactly("main");
    assertThat(world.openChanges()).isZero();
    assertThat(world.app().comments)
        .singleElement()
        .extracting("body")
        .asString()
        .contains("delivered");
    assertThat(world.open(7).out()).startsWith("unchanged");
  }

  @Test
  void closingBeforeTheMergeTakesBranchAndProposalAway() {
    world.open(7);
    pull.state = "closed";
    assertThat(world.close(7).out()).startsWith("removed: orders#7");
    assertThat(world.branches()).containsExactly("main");
    assertThat(world.openChanges()).isZero();
    assertThat(world.app().comments).singleElement().extracting("body").asString().contains("gone");
    assertThat(world.close(7).out()).startsWith("absent: orders#7");
  }

  @Test
  void removalIsProposedAndHoldsItsPlaceUntilMerged() {
    world.open(7);
    world.merge(BRANCH);
    pull.state = "closed";
    CommandLineRun closed = world.close(7);
    assertThat(closed.out()).startsWith("removed: orders#7 in commit ").contains("waits for ");
    assertThat(change().title).isEqualTo("Remove preview orders#7");
    assertThat(world.hasOverlay(7)).isTrue();
    assertThat(world.run("status").out())
        .contains("going: its removal waits")
        .contains("1 of 5 places");
    assertThat(world.close(7).code()).isZero();
    assertThat(world.openChanges()).isEqualTo(1);
    world.merge(BRANCH);
    assertThat(world.run("status").out()).contains("0 of 5 places");
    assertThat(world.close(7).out()).startsWith("removed: orders#7");
    assertThat(world.branches()).containsExactly("main");
  }

  @Test
  void removalMayBePushedWhereChangesAreProposed() {
    world.editPlatform(text ->
        text.replace(
            "    change: pull-request\n", "    change: pull-request\n    removal: push\n"));
    world.open(7);
    world.merge(BRANCH);
    pull.state = "closed";
    assertThat(world.close(7).out()).startsWith("removed: orders#7 in commit ");
    assertThat(world.hasOverlay(7)).isFalse();
    assertThat(world.branches()).containsExactly("main");
  }

  @Test
  void reopenedWhileItsRemovalWaitsWithdrawsTheRemoval() {
    world.open(7);
    world.merge(BRANCH);
    pull.state = "closed";
    world.close(7);
    pull.state = "open";
    CommandLineRun opened = world.open(7);
    assertThat(opened.out()).as(opened.err()).startsWith("unchanged: orders#7");
    assertThat(world.branches()).containsExactly("main");
    assertThat(world.openChanges()).isZero();
    assertThat(world.hasOverlay(7)).isTrue();
  }

  @Test
  void whatPeopleClosedIsNotProposedAgainUntilTheCommitChanges() {
    world.open(7);
    change().state = "closed";
    CommandLineRun declined = world.open(7);
    assertThat(declined.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(declined.err())
        .contains("was closed without a merge")
        .contains(world.host.server().url() + "/acme/gitops/pull/1 was closed");
    assertThat(world.branches()).containsExactly("main");
    assertThat(world.open(7).code()).isEqualTo(ExitCode.REFUSED);
    assertThat(world.branches()).containsExactly("main");
    assertThat(world.openChanges()).isZero();
    world.push(pull);
    assertThat(world.open(7).code()).isZero();
    assertThat(world.openChanges()).isEqualTo(1);
  }

  @Test
  void branchOfSomebodyElseIsLeftAlone() {
    world.gitops.run("branch", BRANCH, "main");
    world.gitops.commit(BRANCH, java.util.Map.of("notes.txt", "mine\n"));
    String tip = world.gitops.tip(BRANCH);
    CommandLineRun refused = world.open(7);
    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err()).contains("foreign-branch");
    assertThat(world.gitops.tip(BRANCH)).isEqualTo(tip);
    pull.state = "closed";
    assertThat(world.close(7).code()).isEqualTo(ExitCode.REFUSED);
    assertThat(world.gitops.tip(BRANCH)).isEqualTo(tip);
  }
}
