package dev.mayfly.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.preview.PullRequest.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform whose changes were proposed and are pushed now, and files that people changed. */
class SweepSwitchedTest {
  @TempDir Path temp;

  /** Else its branch would keep the preview as it is for ever. */
  @Test
  void whatWasProposedBeforeHoldsNothingUp() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.open(7);
      world.merge("mayfly/orders/pr-7");
      world.edit(draft -> draft.with("spec.namespace.quota.pods", "'21'"));
      world.open(7);
      world.edit(draft -> draft.with("spec.gitops.change", "push"));
      SweepPlan plan = world.plan(DiskDelivery.STAYS);
      assertThat(plan.items())
          .singleElement()
          .satisfies(it -> assertThat(it.effect()).isEqualTo(Effect.RENDERED));
      List<Problem> failures = new ArrayList<>();
      plan.withdraw(failures);
      assertThat(failures).isEmpty();
      assertThat(world.branches()).doesNotContain("refs/heads/mayfly/orders/pr-7");
    }
  }

  /** What the policy of today made cannot be stale. */
  @Test
  void whatPeopleEditedIsCalledSo() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.open(7);
      world.git.commit("main", Map.of("previews/orders/pr-7/namespace.yaml", "a: 1\n"));
      assertThat(world.plan(DiskDelivery.STAYS).items())
          .singleElement()
          .satisfies(it -> assertThat(it.reason()).isEqualTo("edited by hand"));
    }
  }

  /** A removal may be proposed all the same. */
  @Test
  void aRemovalThatIsProposedStays() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.open(7);
      world.merge("mayfly/orders/pr-7");
      world.close(7, State.CLOSED, false);
      world.edit(draft ->
          draft.with("spec.gitops.change", "push").with("spec.gitops.removal", "pull-request"));
      SweepPlan plan = world.plan(DiskDelivery.GOES);
      assertThat(plan.items())
          .singleElement()
          .satisfies(it -> assertThat(it.reason()).isEqualTo("its removal waits to be merged"));
      plan.withdraw(new ArrayList<>());
      assertThat(world.branches()).contains("refs/heads/mayfly/orders/pr-7");
    }
  }
}
