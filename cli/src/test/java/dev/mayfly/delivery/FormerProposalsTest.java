package dev.mayfly.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeBench;
import dev.mayfly.forge.StubPull;
import dev.mayfly.git.RefName;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest.State;
import dev.mayfly.preview.RepositoryName;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of proposals where all changes are pushed now. */
class FormerProposalsTest {
  private static final RefName BRANCH = RefName.branch("mayfly/orders/pr-7");
  @TempDir Path temp;
  private final ForgeBench bench = new ForgeBench();
  private final Forge forge = bench.fresh(ForgeSettings.Kind.GITHUB);
  private final Proposals former = proposals(false);
  private DiskDelivery world;
  private StubPull change;

  @BeforeEach
  void start() {
    world = DiskDelivery.proposing(temp);
    proposals(true).propose(BRANCH, world.open(7).text());
    change = bench.stub().pulls.get(8);
    bench.server().heal();
  }

  @AfterEach
  void stop() {
    bench.close();
    world.close();
  }

  /** Where all changes are pushed now, the end of its branch shall not pass for a no. */
  @Test
  void whatWasProposedBeforeIsTakenBackWithItsBranch() {
    bench.server().heal();
    former.withdraw(BRANCH, it -> true);
    assertThat(
            former.declined(
                BRANCH,
                ChangeText.removed(DiskDelivery.id(7), DiskDelivery.pullRequest(7, State.OPEN))))
        .isEmpty();
    assertThat(former.mergedLately()).isEmpty();
    assertThat(former.stateOf(BRANCH)).isEqualTo(new Proposals.ChangeState.Open(Optional.empty()));
    assertThat(bench.server().requests()).isEmpty();
    assertThat(placement().withdraw(former, it -> false, false)).isTrue();
    assertThat(change.state).isEqualTo("closed");
    assertThat(world.branches()).doesNotContain(BRANCH.full());
    assertThat(proposals(true).stateOf(BRANCH))
        .as("proposed again")
        .isInstanceOf(Proposals.ChangeState.None.class);
  }

  @Test
  void aForgeThatDoesNotAnswerKeepsNoBranchOfBefore() {
    bench.close();
    assertThat(placement().withdraw(former, it -> false, false)).isTrue();
    assertThat(world.branches()).doesNotContain(BRANCH.full());
  }

  private Proposals proposals(boolean proposes) {
    return new Proposals(forge, Optional.of(new RepositoryName("acme/shop")), "main", proposes);
  }

  private Placement placement() {
    return new Placement(
        world.remote,
        DiskDelivery.id(7),
        Optional.of(new CommitSha(world.git.tip("mayfly/orders/pr-7"))));
  }
}
