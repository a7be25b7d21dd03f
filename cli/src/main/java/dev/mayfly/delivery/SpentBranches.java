package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The branches of previews that wait for nothing any more, found by a sweep, and how they go. */
final class SpentBranches {
  private final RemoteRepository remote;
  private final GitOpsView view;
  private final Proposals proposals;

  /** Their branch holds nothing that is not merged. */
  private final SortedSet<PreviewId> merged = new TreeSet<>();

  /** People declined what their branch asks for. */
  private final SortedSet<PreviewId> declined = new TreeSet<>();

  SpentBranches(RemoteRepository remote, GitOpsView view, Proposals proposals) {
    this.remote = remote;
    this.view = view;
    this.proposals = proposals;
    view.branches().forEach(this::addRemoved);
  }

  /** What a merged removal leaves behind where the forge deletes no branches. */
  private void addRemoved(PreviewId id, CommitSha tip) {
    if (!view.holders().contains(id) && Message.isAbout(remote.fetch(tip).message(), id)) {
      merged.add(id);
    }
  }

  void addMerged(PreviewId id) {
    merged.add(id);
  }

  /** How it stands with a branch that should wait for its pull request. */
  Proposals.ChangeState stateOf(PreviewId id) {
    Proposals.ChangeState state = proposals.stateOf(place(id).branch());
    if (state instanceof Proposals.ChangeState.Declined) {
      declined.add(id);
    }
    return state;
  }

  Problem withoutChange(PreviewId id) {
    return Problem.error(
        "branch-without-change",
        null,
        "the branch `" + place(id).branch().shortName() + "` waits without a pull request",
        "run the command of its last event again, or delete the branch");
  }

  /** Deletes them, and those of previews that are removed: the next change would seem under way. */
  void delete(Collection<PreviewId> removed, List<Problem> failures) {
    SortedSet<PreviewId> unwanted = new TreeSet<>(merged);
    unwanted.addAll(removed);
    unwanted.forEach(id ->
        Problems.collect(() -> place(id).withdraw(proposals, ChangeText::isOurs, false), failures));
    declined.forEach(id -> Problems.collect(() -> place(id).delete(false), failures));
  }

  private Placement place(PreviewId id) {
    return new Placement(remote, id, view.branch(id));
  }
}
