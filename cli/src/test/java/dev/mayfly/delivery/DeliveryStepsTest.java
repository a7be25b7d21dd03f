package dev.mayfly.delivery;

import static dev.mayfly.delivery.DiskDelivery.GOES;
import static dev.mayfly.delivery.DiskDelivery.STAYS;
import static dev.mayfly.delivery.DiskDelivery.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.delivery.Sweep.Judge;
import dev.mayfly.delivery.Sweep.Swept;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening, closing and sweeping as one run after another does it, without a forge. */
class DeliveryStepsTest {
  private static final String SLOT = "refs/mayfly/slots/primitives";
  @TempDir Path temp;

  @Test
  void whatIsPushedIsOpenedOnceAndRetriedOnDemand() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      Outcome dry = world.opening(7, world.delivery(true), false).run().outcome();
      assertThat(line(dry)).isEqualTo("orders#7 opened waiting=false");
      assertThat(dry.commit()).isEmpty();
      assertThat(world.git.paths("main")).containsExactly("mayfly.yaml");
      Outcome opened = world.open(7).outcome();
      assertThat(line(opened)).isEqualTo("orders#7 opened waiting=false");
      assertThat(opened.commit().orElseThrow().hex()).isEqualTo(world.git.tip("main"));
      assertThat(opened.url()).contains("https://orders-7.preview.example.dev");
      assertThat(line(world.open(7).outcome())).isEqualTo("orders#7 unchanged waiting=false");
      assertThat(line(world.opening(7, world.delivery(true), false).run().outcome()))
          .isEqualTo("orders#7 unchanged waiting=false");
      assertThat(line(world.opening(7, world.delivery(), true).run().outcome()))
          .isEqualTo("orders#7 retried waiting=false");
      world.edit(draft -> draft.with("spec.namespace.quota.pods", "'21'"));
      assertThat(line(world.open(7).outcome())).isEqualTo("orders#7 updated waiting=false");
      assertThat(subjects(world))
          .containsExactly(
              "Update the preview of orders for pull request 7",
              "fixture",
              "Retry the preview of orders for pull request 7",
              "Open the preview of orders for pull request 7",
              "fixture");
    }
  }

  @Test
  void whatIsProposedTakesItsPlaceAtOnce() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.edit(draft -> draft.with("spec.admission.limit", "1"));
      assertThat(line(world.open(7).outcome())).isEqualTo("orders#7 opened waiting=true");
      assertThat(world.branches())
          .containsExactly("refs/heads/main", "refs/heads/mayfly/orders/pr-7", SLOT);
      assertThat(world.git.run("rev-parse", SLOT)).isEqualTo(world.git.tip("mayfly/orders/pr-7"));
      assertThat(line(world.open(7).outcome())).isEqualTo("orders#7 unchanged waiting=true");
      assertThatThrownBy(() -> world.open(8))
          .isInstanceOf(ProblemsException.class)
          .hasMessageContaining("the one place is taken, by orders#7");
      world.merge("mayfly/orders/pr-7");
      assertThat(line(world.open(7).outcome())).isEqualTo("orders#7 unchanged waiting=false");
      assertThat(world.branches()).containsExactly("refs/heads/main", SLOT);
    }
  }

  @Test
  void whatIsClosedIsRemovedAndWhatIsOpenIsKept() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      assertThat(line(world.close(7, State.CLOSED, false).outcome()))
          .isEqualTo("orders#7 absent waiting=false");
      world.open(7);
      Outcome kept = world.close(7, State.OPEN, false).outcome();
      assertThat(line(kept)).isEqualTo("orders#7 kept waiting=false");
      assertThat(kept.reason()).isEqualTo("the pull request is open and may have its preview");
      Outcome removed = world.close(7, State.OPEN, true).outcome();
      assertThat(line(removed)).isEqualTo("orders#7 removed waiting=false");
      assertThat(removed.commit().orElseThrow().hex()).isEqualTo(world.git.tip("main"));
      assertThat(world.git.paths("main")).containsExactly("mayfly.yaml");
      assertThat(subjects(world).getFirst())
          .isEqualTo("Remove the preview of orders for pull request 7");
    }
  }

  @Test
  void aProposalThatIsTakenBackLeavesNothing() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.open(7);
      assertThat(line(world.close(7, State.CLOSED, false).outcome()))
          .isEqualTo("orders#7 removed waiting=false");
      assertThat(world.branches()).containsExactly("refs/heads/main", SLOT);
      world.open(7);
      world.merge("mayfly/orders/pr-7");
      assertThat(line(world.close(7, State.MERGED, false).outcome()))
          .isEqualTo("orders#7 removed waiting=true");
      assertThat(world.git.paths("mayfly/orders/pr-7")).containsExactly("mayfly.yaml");
      assertThat(world.git.paths("main")).contains("previews/orders/pr-7/preview.yaml");
    }
  }

  @Test
  void aSweepIsOneCommit() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.open(7);
      world.open(8);
      assertThat(sweep(world, STAYS, false).commit()).isEmpty();
      Swept dry = sweep(world, world.delivery(true), GOES, true);
      assertThat(dry.dryRun()).isTrue();
      assertThat(dry.commit()).isEmpty();
      assertThatThrownBy(() -> sweep(world, GOES, false))
          .isInstanceOf(ProblemsException.class)
          .hasMessageContaining("2 of 2 previews would be removed at once");
      Swept swept = sweep(world, GOES, true);
      assertThat(swept.items())
          .extracting(Sweep.Item::line)
          .containsExactly("orders#7: removed", "orders#8: removed");
      assertThat(swept.commit().orElseThrow().hex()).isEqualTo(world.git.tip("main"));
      assertThat(swept.proposal()).isEmpty();
      assertThat(world.git.paths("main")).containsExactly("mayfly.yaml");
      assertThat(world.git.run("log", "-1", "--format=%B", "main"))
          .startsWith("Sweep 2 previews\n\norders#7: removed (it is closed)\norders#8: removed");
    }
  }

  @Test
  void aSweepProposesOnItsOwnBranchAndTakesItBack() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.open(7);
      world.merge("mayfly/orders/pr-7");
      Swept swept = sweep(world, GOES, false);
      assertThat(swept.commit()).isEmpty();
      assertThat(swept.proposal()).isEqualTo(swept.items()).hasSize(1);
      assertThat(world.branches())
          .containsExactly("refs/heads/main", "refs/heads/mayfly-sync", SLOT);
      String tip = world.git.tip("mayfly-sync");
      assertThat(world.git.run("log", "-1", "--format=%s", "mayfly-sync"))
          .isEqualTo("Sweep the preview orders#7");
      assertThat(sweep(world, GOES, false).proposal()).hasSize(1);
      assertThat(world.git.tip("mayfly-sync")).isEqualTo(tip);
      assertThat(sweep(world, STAYS, false).proposal()).isEmpty();
      assertThat(world.branches()).containsExactly("refs/heads/main", SLOT);
    }
  }

  @Test
  void onlyWhatIsThereCanBeTriedAgain() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      assertThatThrownBy(() -> sweep(world, world.delivery(), STAYS, false, id(7)))
          .isInstanceOf(ProblemsException.class)
          .hasMessage("unknown preview `orders#7`: it is not on the GitOps branch");
      world.open(7);
      assertThat(sweep(world, world.delivery(), STAYS, false, id(7)).items())
          .extracting(Sweep.Item::line)
          .containsExactly("orders#7: retried");
    }
  }

  private static Swept sweep(DiskDelivery world, Judge judge, boolean massRemoval) {
    return sweep(world, world.delivery(), judge, massRemoval);
  }

  private static Swept sweep(
      DiskDelivery world,
      Delivery delivery,
      Judge judge,
      boolean massRemoval,
      PreviewId... retries) {
    return new Sweep(
            delivery, judge, massRemoval, Proposals.NONE, Set.of(retries), BundleMoves.NONE)
        .run(delivery.view());
  }

  private static List<String> subjects(DiskDelivery world) {
    return world.git.run("log", "--format=%s", "main").lines().toList();
  }

  private static String line(Outcome outcome) {
    return outcome.id() + " " + outcome.effect().word() + " waiting=" + outcome.waiting();
  }
}
