package dev.mayfly.delivery;

import static dev.mayfly.delivery.DiskDelivery.GOES;
import static dev.mayfly.delivery.DiskDelivery.STAYS;
import static dev.mayfly.delivery.DiskDelivery.UNKNOWN;
import static dev.mayfly.delivery.DiskDelivery.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.delivery.Sweep.Answer;
import dev.mayfly.delivery.Sweep.Judge;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.preview.PullRequest.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, removed, rendered anew and tried again. */
class SweepPlanTest {
  private static final Judge SEVEN_GOES =
      (policy, id, repository) ->
          id.number().value() == 7
              ? new Answer.Goes("it is closed")
              : new Answer.Stays(Optional.empty());

  @TempDir Path temp;

  @Test
  void whatIsUpToDateIsKept() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.open(7);
      SweepPlan plan = world.plan(STAYS);
      assertThat(said(plan)).containsExactly("orders#7: kept  Delivered");
      assertThat(plan.edits(Change.PUSH)).isEmpty();
      assertThat(plan.edits(Change.PULL_REQUEST)).isEmpty();
      assertThat(plan.problems()).isEmpty();
      assertThat(plan.view().snapshot().commit().hex()).isEqualTo(world.git.tip("main"));
    }
  }

  @Test
  void whatIsClosedIsRemovedAndTheRestStays() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.open(7);
      world.open(8);
      SweepPlan plan = world.plan(SEVEN_GOES);
      assertThat(said(plan))
          .containsExactly("orders#7: removed it is closed Gone", "orders#8: kept  Delivered");
      assertThat(plan.edits(Change.PUSH))
          .singleElement()
          .isInstanceOfSatisfying(
              TreeEdit.Remove.class,
              it -> assertThat(it.directory()).hasToString("previews/orders/pr-7"));
      assertThat(plan.changes(Change.PUSH)).containsExactly(plan.items().getFirst());
      assertThat(plan.changes(Change.PULL_REQUEST)).isEmpty();
    }
  }

  @Test
  void whatNobodyAnswersForIsKeptAndReported() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.open(7);
      SweepPlan plan = world.plan(UNKNOWN);
      assertThat(said(plan)).containsExactly("orders#7: kept  Unknown");
      assertThat(plan.problems()).extracting(Problem::id).containsExactly("not-said");
      assertThat(plan.edits(Change.PUSH)).isEmpty();
    }
  }

  @Test
  void whatIsStaleIsRenderedAnewAndWhatIsNamedIsTriedAgain() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.open(7);
      world.open(8);
      assertThat(said(world.plan(STAYS, id(8))))
          .containsExactly(
              "orders#7: kept  Delivered", "orders#8: retried Argo CD tries again Delivered");
      world.edit(draft -> draft.with("spec.namespace.quota.pods", "'21'"));
      SweepPlan plan = world.plan(STAYS, id(8));
      assertThat(said(plan))
          .containsExactly(
              "orders#7: rendered stale against the policy Delivered",
              "orders#8: retried Argo CD tries again Delivered");
      assertThat(plan.edits(Change.PUSH)).hasSize(2).allMatch(TreeEdit.Replace.class::isInstance);
    }
  }

  @Test
  void foldersOfOthersAndOfLostAppsAreLeftAlone() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.open(7);
      world.git.commit("main", Map.of("previews/orders/pr-9/a.yaml", "x\n"));
      SweepPlan plan = world.plan(STAYS);
      assertThat(said(plan)).containsExactly("orders#7: kept  Delivered");
      assertThat(plan.problems()).extracting(Problem::id).containsExactly("foreign-overlay");
      world.edit(draft -> draft.with("spec.apps.0.name", "shop"));
      assertThat(said(world.plan(STAYS))).containsExactly("orders#7: kept  Delivered");
    }
  }

  @Test
  void whatIsProposedWaitsForItsPullRequest() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.open(7);
      SweepPlan plan = world.plan(STAYS);
      assertThat(said(plan))
          .containsExactly("orders#7: kept its own pull request is under way Waiting");
      assertThat(plan.edits(Change.PULL_REQUEST)).isEmpty();
      plan.withdraw(new ArrayList<>());
      assertThat(world.branches()).contains("refs/heads/mayfly/orders/pr-7");
      assertThat(said(world.plan(UNKNOWN)))
          .containsExactly("orders#7: kept its own pull request is under way Unknown");
      SweepPlan going = world.plan(GOES);
      assertThat(said(going)).containsExactly("orders#7: removed it is closed Gone");
      assertThat(going.edits(Change.PULL_REQUEST)).isEmpty();
      going.withdraw(new ArrayList<>());
      assertThat(world.branches())
          .containsExactly("refs/heads/main", "refs/mayfly/slots/primitives");
    }
  }

  @Test
  void aBranchThatIsMergedIsLeftOver() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.open(7);
      world.merge("mayfly/orders/pr-7");
      SweepPlan plan = world.plan(STAYS);
      assertThat(said(plan)).containsExactly("orders#7: kept  Delivered");
      List<Problem> failures = new ArrayList<>();
      plan.withdraw(failures);
      assertThat(failures).isEmpty();
      assertThat(world.branches())
          .containsExactly("refs/heads/main", "refs/mayfly/slots/primitives");
    }
  }

  /** Where the forge deletes no branches; one of somebody else is left to him. */
  @Test
  void aBranchWhoseRemovalIsMergedIsLeftOver() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.open(7);
      world.merge("mayfly/orders/pr-7");
      world.close(7, State.CLOSED, false);
      world.merge("mayfly/orders/pr-7");
      world.git.commit("mayfly/orders/pr-9", "main", Map.of("x", "y"));
      List<Problem> failures = new ArrayList<>();
      world.plan(STAYS).withdraw(failures);
      assertThat(failures).isEmpty();
      assertThat(world.branches())
          .contains("refs/heads/mayfly/orders/pr-9")
          .doesNotContain("refs/heads/mayfly/orders/pr-7");
    }
  }

  @Test
  void aChangeOfWhatIsMergedIsUnderWay() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.open(7);
      world.merge("mayfly/orders/pr-7");
      world.edit(draft -> draft.with("spec.namespace.quota.pods", "'21'"));
      world.open(7);
      assertThat(said(world.plan(STAYS)))
          .containsExactly("orders#7: kept its own pull request is under way Waiting");
    }
  }

  @Test
  void removalsAreProposedOnce() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.open(7);
      world.merge("mayfly/orders/pr-7");
      SweepPlan plan = world.plan(GOES);
      assertThat(said(plan)).containsExactly("orders#7: removed it is closed Gone");
      assertThat(plan.edits(Change.PUSH)).isEmpty();
      assertThat(plan.changes(Change.PULL_REQUEST)).isEqualTo(plan.items());
      plan.withdraw(new ArrayList<>());
      assertThat(world.close(7, State.CLOSED, false).outcome().effect().word())
          .isEqualTo("removed");
      assertThat(said(world.plan(GOES)))
          .containsExactly("orders#7: kept its removal waits to be merged Going");
    }
  }

  @Test
  void removalsMayTravelAnotherWayThanChanges() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.edit(draft -> draft.with("spec.gitops.removal", "pull-request"));
      world.open(7);
      world.open(8);
      world.edit(draft -> draft.with("spec.namespace.quota.pods", "'21'"));
      SweepPlan plan = world.plan(SEVEN_GOES);
      assertThat(plan.changes(Change.PULL_REQUEST))
          .extracting(it -> it.id())
          .containsExactly(id(7));
      assertThat(plan.changes(Change.PUSH)).extracting(it -> it.id()).containsExactly(id(8));
    }
  }

  /** What an environment shares goes with the last of its services, and counts as no preview. */
  @Test
  void whatAnEnvironmentSharesGoesWithIt() {
    try (DiskDelivery world = DiskDelivery.ofEnvironment(temp)) {
      world.open(7);
      assertThat(said(world.plan(STAYS))).allMatch(line -> line.contains(": kept "));
      SweepPlan plan = world.plan(GOES);
      assertThat(plan.previews()).extracting(Sweep.Item::line).containsExactly("web#7: removed");
      assertThat(plan.edits(Change.PUSH)).hasSize(2).allMatch(TreeEdit.Remove.class::isInstance);
    }
  }

  private static List<String> said(SweepPlan plan) {
    return plan.items().stream()
        .map(it -> it.line() + " " + it.reason() + " " + it.stage().getClass().getSimpleName())
        .toList();
  }
}
