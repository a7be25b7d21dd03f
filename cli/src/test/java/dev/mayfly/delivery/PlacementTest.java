package dev.mayfly.delivery;

import static dev.mayfly.delivery.DiskDelivery.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CommitText;
import dev.mayfly.git.Decision;
import dev.mayfly.git.RefChange;
import dev.mayfly.git.RefName;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.preview.CommitSha;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The branch of a preview: what it moves, and when it goes. */
class PlacementTest {
  private static final CommitSha COMMIT = new CommitSha("a".repeat(40));
  private static final CommitSha NEXT = new CommitSha("b".repeat(40));
  private static final RefName SLOT = PreviewBranch.slot(TreePath.ROOT, "shop");
  @TempDir Path temp;
  private DiskDelivery world;

  @BeforeEach
  void start() {
    world = DiskDelivery.proposing(temp);
  }

  @Test
  void aBranchMovesAloneOrWithThePlace() {
    CommitText text = text();
    Decision.Write alone = write(placement(Optional.of(COMMIT)), Optional.empty());
    assertThat(alone.text()).isEqualTo(text);
    assertThat(alone.refs().apply(NEXT))
        .extracting(it -> it.ref().full(), RefChange::expected, RefChange::wanted)
        .containsExactly(
            tuple("refs/heads/mayfly/orders/pr-7", Optional.of(COMMIT), Optional.of(NEXT)));
    Decision.Write first =
        write(placement(Optional.empty()), Optional.of(new Placement.Slot(SLOT, Optional.empty())));
    assertThat(first.text().trailers()).containsEntry("Mayfly-Place-After", "none");
    assertThat(first.text().subject()).isEqualTo("subject");
    assertThat(first.refs().apply(NEXT))
        .extracting(it -> it.ref().full(), RefChange::expected)
        .containsExactly(
            tuple("refs/heads/mayfly/orders/pr-7", Optional.empty()),
            tuple("refs/mayfly/slots/shop", Optional.empty()));
    Decision.Write next =
        write(
            placement(Optional.empty()),
            Optional.of(new Placement.Slot(SLOT, Optional.of(COMMIT))));
    assertThat(next.text().trailers()).containsEntry("Mayfly-Place-After", COMMIT.hex());
  }

  @Test
  void whereThereIsNoBranchNothingIsDeleted() {
    Placement placement = placement(Optional.empty());
    assertThat(placement.existing()).isEmpty();
    assertThat(placement.delete(false)).isFalse();
    assertThat(placement.withdraw(Proposals.NONE, change -> true, false)).isFalse();
    assertThat(placement.deleteDeclined(Proposals.NONE, false)).isFalse();
  }

  @Test
  void ourBranchGoesUnlessItIsOnlyAskedAbout() {
    world.open(7);
    Placement placement = placement(tip());
    assertThat(placement.existing()).isPresent();
    assertThat(placement.deleteDeclined(Proposals.NONE, false)).isFalse();
    assertThat(placement.withdraw(Proposals.NONE, change -> true, true)).isTrue();
    assertThat(placement.delete(true)).isTrue();
    assertThat(world.branches()).contains("refs/heads/mayfly/orders/pr-7");
    assertThat(placement.withdraw(Proposals.NONE, change -> true, false)).isTrue();
    assertThat(world.branches()).doesNotContain("refs/heads/mayfly/orders/pr-7");
  }

  @Test
  void aBranchThatMovedMeanwhileStays() {
    world.open(7);
    Placement placement = placement(tip());
    world.git.commit("mayfly/orders/pr-7", Map.of("a", "b"));
    ProblemsException said =
        catchThrowableOfType(ProblemsException.class, () -> placement.delete(false));
    assertThat(said.fault()).isEqualTo(Fault.REMOTE);
    assertThat(said).hasMessage("the branch `mayfly/orders/pr-7` could not be deleted");
  }

  /** Nobody but a person knows whether the writer still lives. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"refs/heads/mayfly/orders/pr-7.lock", "packed-refs.lock"})
  void theLockThatAKilledWriterLeftIsNamed(String lock) throws IOException {
    world.open(7);
    Placement placement = placement(tip());
    Path file = world.git.directory().resolve(lock);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.createFile(file);
    ProblemsException said =
        catchThrowableOfType(ProblemsException.class, () -> placement.delete(false));
    assertThat(said)
        .hasMessage(
            "the branch `mayfly/orders/pr-7` could not be deleted: `%s` is there; if nobody writes"
                    .formatted(lock)
                + " to it now, remove that file");
    Files.delete(file);
    assertThat(placement.delete(false)).isTrue();
  }

  @Test
  void aBranchOfSomebodyElseIsLeftAlone() {
    world.git.commit("mayfly/orders/pr-7", Map.of("a", "b"));
    Placement placement = placement(tip());
    ProblemsException said =
        catchThrowableOfType(ProblemsException.class, () -> placement.delete(false));
    assertThat(said.fault()).isEqualTo(Fault.REFUSED);
    assertThat(said)
        .hasMessage("the branch `mayfly/orders/pr-7` holds a commit that Mayfly did not make");
  }

  private Optional<CommitSha> tip() {
    return Optional.of(new CommitSha(world.git.tip("mayfly/orders/pr-7")));
  }

  private Placement placement(Optional<CommitSha> tip) {
    return new Placement(world.remote, id(7), tip);
  }

  private Decision.Write write(Placement placement, Optional<Placement.Slot> slot) {
    Snapshot base = world.remote.require(RefName.branch("main"));
    return (Decision.Write) placement.onto(base, List.of(), text(), slot);
  }

  private static CommitText text() {
    return new Message("Mayfly", "mayfly@example.dev", "test")
        .sweep("subject", "body", "shop", Instant.EPOCH);
  }
}
