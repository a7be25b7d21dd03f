package dev.mayfly.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.delivery.Sweep.Answer;
import dev.mayfly.delivery.Sweep.Judge;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A push that nobody delivered: its event was lost, its run failed or is not there yet. */
class SweepBehindTest {
  private static final String BEHIND =
      "its pull request is at `bbbbbbb`, which no run has delivered";

  @TempDir Path temp;

  private static Judge at(CommitSha head) {
    return (policy, id, repository) -> new Answer.Stays(Optional.of(head));
  }

  private static List<String> said(SweepPlan plan) {
    return plan.items().stream().map(it -> it.effect().word() + ": " + it.reason()).toList();
  }

  @Test
  void whatIsKeptAtAnOlderCommitIsSaidToBe() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.open(7);
      assertThat(said(world.plan(at(new CommitSha("b".repeat(40))))))
          .containsExactly("kept: " + BEHIND);
      CommitSha same = DiskDelivery.pullRequest(7, State.OPEN).headSha();
      assertThat(said(world.plan(at(same)))).containsExactly("kept: ");
    }
  }

  @Test
  void soIsAnUpdateThatWaitsForItsPullRequest() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.open(7);
      // Nothing of it is there yet, so it is opened anew.
      assertThat(said(world.plan(at(new CommitSha("b".repeat(40))))))
          .containsExactly("kept: its own pull request is under way");
      world.merge("mayfly/orders/pr-7");
      world.edit(draft -> draft.with("spec.namespace.quota.pods", "'21'"));
      world.open(7);
      assertThat(said(world.plan(at(new CommitSha("b".repeat(40))))))
          .containsExactly("kept: its own pull request is under way, but " + BEHIND);
    }
  }
}
