package dev.mayfly.delivery;

import static dev.mayfly.delivery.DiskDelivery.GOES;
import static dev.mayfly.delivery.DiskDelivery.STAYS;
import static dev.mayfly.delivery.DiskDelivery.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.forge.ForgeBench;
import dev.mayfly.forge.StubPull;
import dev.mayfly.git.RefName;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest.State;
import dev.mayfly.preview.RepositoryName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches whose pull requests are at a forge: open, declined, merged or not there. */
class ProposalsTest {
  private static final RefName BRANCH = RefName.branch("mayfly/orders/pr-7");
  @TempDir Path temp;
  private final ForgeBench bench = new ForgeBench();
  private DiskDelivery world;
  private StubPull change;

  /** The preview is proposed, by pull request 8 of the forge. */
  @BeforeEach
  void start() {
    world = DiskDelivery.proposing(temp);
    world.proposals =
        new Proposals(
            bench.fresh(ForgeSettings.Kind.GITHUB),
            Optional.of(new RepositoryName("acme/shop")),
            "main",
            true);
    assertThat(state()).isInstanceOf(Proposals.ChangeState.None.class);
    ChangeText text = world.open(7).text();
    assertThat(world.proposals.propose(BRANCH, text).change().number().value()).isEqualTo(8);
    change = bench.stub().pulls.get(8);
  }

  @AfterEach
  void stop() {
    bench.close();
    world.close();
  }

  @Test
  void whatIsOpenWaits() {
    String url = bench.server().url() + "/acme/shop/pull/8";
    assertThat(state()).isEqualTo(new Proposals.ChangeState.Open(Optional.of(url)));
    SweepPlan plan = world.plan(STAYS);
    assertThat(plan.items().getFirst().stage())
        .isInstanceOfSatisfying(
            LifeStage.Waiting.class, it -> assertThat(it.change()).contains(url));
    assertThat(placement().deleteDeclined(world.proposals, false)).isFalse();
    placement().requireNotDeclined(world.proposals, world.open(7).text(), false);
  }

  @Test
  void whatPeopleClosedIsNotProposedAgain() {
    change.state = "closed";
    assertThat(state()).isInstanceOf(Proposals.ChangeState.Declined.class);
    SweepPlan plan = world.plan(STAYS);
    assertThat(plan.items().getFirst().reason()).isEqualTo("what its branch asks for was declined");
    assertThat(plan.items().getFirst().stage()).isEqualTo(new LifeStage.Unknown());
    assertThat(plan.problems()).isEmpty();
    assertThatThrownBy(() -> world.open(7))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("was closed without a merge, so the same is not proposed again");
    assertThat(world.branches()).doesNotContain(BRANCH.full());
  }

  @Test
  void theBranchOfWhatWasDeclinedGoesWithTheSweep() {
    change.state = "closed";
    SweepPlan plan = world.plan(STAYS);
    plan.withdraw(new ArrayList<>());
    assertThat(world.branches()).doesNotContain(BRANCH.full());
    assertThat(change.body).contains("<!-- mayfly: ");
  }

  @Test
  void theBranchOfWhatWasDeclinedGoesOnlyWhenItIsMeant() {
    change.state = "closed";
    assertThat(placement().deleteDeclined(world.proposals, true)).isTrue();
    assertThat(world.branches()).contains(BRANCH.full());
    assertThat(placement().deleteDeclined(world.proposals, false)).isTrue();
    assertThat(world.branches()).doesNotContain(BRANCH.full());
  }

  @Test
  void whatIsTakenBackIsClosedFirst() {
    Placement placement = placement();
    assertThat(placement.withdraw(world.proposals, it -> true, true)).isTrue();
    assertThat(change.state).isEqualTo("open");
    assertThat(placement.withdraw(world.proposals, it -> true, false)).isTrue();
    assertThat(change.state).isEqualTo("closed");
    assertThat(change.body).isEqualTo(ChangeText.WITHDRAWN);
    assertThat(world.branches()).doesNotContain(BRANCH.full());
    assertThat(state()).isInstanceOf(Proposals.ChangeState.None.class);
  }

  @Test
  void aBranchWithoutAPullRequestIsReported() {
    world.merge("mayfly/orders/pr-7");
    world.edit(draft -> draft.with("spec.namespace.quota.pods", "'21'"));
    change.state = "closed";
    change.merged = true;
    world.open(7);
    SweepPlan plan = world.plan(STAYS);
    assertThat(plan.problems()).extracting(Problem::id).containsExactly("branch-without-change");
    assertThat(plan.items().getFirst().reason()).isEqualTo("its own pull request is under way");
    assertThat(plan.items().getFirst().stage()).isEqualTo(new LifeStage.Unknown());
  }

  @Test
  void aRemovalThatWasDeclinedIsKept() {
    world.merge("mayfly/orders/pr-7");
    change.state = "closed";
    change.merged = true;
    world.plan(STAYS).withdraw(new ArrayList<>());
    ChangeText removal = ChangeText.removed(id(7), DiskDelivery.pullRequest(7, State.CLOSED));
    world.proposals.propose(BRANCH, removal);
    bench.stub().pulls.get(9).state = "closed";
    SweepPlan plan = world.plan(GOES);
    assertThat(plan.items().getFirst().line()).isEqualTo("orders#7: kept");
    assertThat(plan.items().getFirst().reason()).isEqualTo("its removal was declined");
    Closing.Closed closed = world.close(7, State.CLOSED, false);
    assertThat(closed.outcome().effect()).isEqualTo(Effect.KEPT);
    assertThat(closed.outcome().reason()).startsWith("its removal was declined in http");
  }

  /** Some forges end a new pull request together with an old branch of its name. */
  @Test
  void whatIsClosedAtOnceIsOpenedOnceMore() {
    ChangeText text = ChangeText.removed(id(9), DiskDelivery.pullRequest(9, State.CLOSED));
    RefName branch = RefName.branch("mayfly/orders/pr-9");
    bench.stub().afterCreate = pull -> pull.state = pull.number == 9 ? "closed" : "open";
    assertThat(world.proposals.propose(branch, text).change().number().value()).isEqualTo(10);
    bench.stub().pulls.get(10).state = "closed";
    bench.stub().afterCreate = pull -> pull.state = "closed";
    assertThatThrownBy(() -> world.proposals.propose(branch, text))
        .isInstanceOf(ProblemsException.class)
        .hasMessageEndingWith(" is not open");
  }

  @Test
  void whatWasMergedLatelyIsListed() {
    assertThat(Proposals.NONE.mergedLately()).isEmpty();
    assertThat(world.proposals.mergedLately()).isEmpty();
    change.state = "closed";
    change.merged = true;
    assertThat(world.proposals.mergedLately()).hasSize(1);
  }

  @Test
  void whatWasClosedByTheEndOfItsBranchIsWithdrawnToo() {
    change.state = "closed";
    world.proposals.withdraw(BRANCH, it -> false);
    assertThat(change.body).isNotEqualTo(ChangeText.WITHDRAWN);
    world.proposals.withdraw(BRANCH, it -> true);
    assertThat(change.body).isEqualTo(ChangeText.WITHDRAWN);
    world.proposals.withdraw(RefName.branch("mayfly/orders/pr-1"), it -> true);
  }

  @Test
  void whereAllIsPushedNothingIsProposed() {
    Platform proposing = world.delivery().policy().platform();
    assertThat(Proposals.of(world.proposals.forge(), proposing).proposes()).isTrue();
    world.edit(draft -> draft.with("spec.gitops.change", "push"));
    Platform pushing = world.delivery().policy().platform();
    Proposals former = Proposals.of(world.proposals.forge(), pushing);
    assertThat(former.proposes()).isFalse();
    assertThat(former.repository()).contains(new RepositoryName("acme/gitops"));
    world.edit(
        draft -> draft.without("spec.gitops.change").with("spec.gitops.delivery", "generator"));
    assertThat(Proposals.of(world.proposals.forge(), world.delivery().policy().platform()))
        .isEqualTo(Proposals.NONE);
  }

  private Proposals.ChangeState state() {
    return world.proposals.stateOf(BRANCH);
  }

  private Placement placement() {
    return new Placement(
        world.remote, id(7), Optional.of(new CommitSha(world.git.tip("mayfly/orders/pr-7"))));
  }
}
