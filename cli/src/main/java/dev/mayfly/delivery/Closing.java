package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.admission.Verdict;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CommitText;
import dev.mayfly.git.CompareAndSwapLoop;
import dev.mayfly.git.Decision;
import dev.mayfly.git.PushOutcome;
import dev.mayfly.git.RefChange;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.git.TreePath;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequest.State;
import java.util.List;
import java.util.Optional;

/**
 * Takes a preview away: its overlay, and the branch of one that was never merged. A preview whose
 * pull request is open and still admitted is kept: the event that asked for this is old, or was
 * about another label.
 */
public final class Closing {
  private final Desk desk;
  private final PreviewSelection selection;
  private final Inquiry inquiry;
  private final boolean asked;

  /**
   * Prepares a removal.
   *
   * @param asked true when a person or an event says that it shall go and no forge can be asked
   */
  public Closing(Desk desk, PreviewSelection selection, Inquiry inquiry, boolean asked) {
    this.desk = desk;
    this.selection = selection;
    this.inquiry = inquiry;
    this.asked = asked;
  }

  /** What a removal found, for what is left to do at the forge. */
  public record Closed(Outcome outcome, Blueprint blueprint, boolean branchDeleted) {}

  public Closed run() {
    Snapshot found = desk.remote().require(desk.branch());
    Policy policy = desk.policy(found);
    PullRequest pullRequest = inquiry.pullRequest();
    Blueprint blueprint = selection.blueprint(policy, pullRequest);
    PreviewId id = PreviewSelection.id(blueprint, pullRequest);
    Optional<String> kept = reasonToKeep(policy, blueprint, GitOpsView.read(desk.remote(), found));
    if (kept.isPresent()) {
      return new Closed(outcome(id, "kept", kept.get(), Optional.empty(), false), blueprint, false);
    }
    boolean direct = policy.platform().gitops().removal() == Change.PUSH;
    boolean merged = OverlayFolder.read(found, id, policy.platform().name()).isPresent();
    Optional<CommitSha> commit = Optional.empty();
    if (merged && direct) {
      commit = remove(id, policy, pullRequest);
    }
    boolean proposed = merged && !direct;
    boolean branchDeleted = !proposed && deleteBranch(id);
    if (proposed) {
      commit = propose(id, policy, pullRequest);
    }
    boolean changed = merged || branchDeleted;
    return new Closed(
        outcome(id, changed ? "removed" : "absent", "", commit, proposed),
        blueprint,
        branchDeleted);
  }

  private Optional<String> reasonToKeep(Policy policy, Blueprint blueprint, GitOpsView view) {
    if (asked) {
      return Optional.empty();
    }
    Verdict verdict =
        Verdict.of(inquiry.candidate(policy.platform(), blueprint.app(), view.holders()));
    boolean open = verdict.candidate().details().state() == State.OPEN;
    boolean leaves =
        verdict.refusals().stream()
            .anyMatch(
                finding -> !finding.gate().equals("limit") && !finding.gate().equals("capacity"));
    return open && !leaves
        ? Optional.of("the pull request is open and may have its preview")
        : Optional.empty();
  }

  private Optional<CommitSha> remove(PreviewId id, Policy policy, PullRequest pullRequest) {
    if (desk.dryRun()) {
      return Optional.empty();
    }
    CompareAndSwapLoop.Result result =
        new CompareAndSwapLoop(desk.remote())
            .run(
                desk.branch(),
                now ->
                    OverlayFolder.read(now, id, policy.platform().name()).isEmpty()
                        ? new Decision.Nothing()
                        : Decision.onto(desk.branch(), now, edit(id), text(id, pullRequest)));
    return result instanceof CompareAndSwapLoop.Result.Delivered(CommitSha commit, int ignored)
        ? Optional.of(commit)
        : Optional.empty();
  }

  /** Puts the removal onto the preview's branch, for a pull request of its own. */
  private Optional<CommitSha> propose(PreviewId id, Policy policy, PullRequest pullRequest) {
    if (desk.dryRun()) {
      return Optional.empty();
    }
    CompareAndSwapLoop.Result result =
        new CompareAndSwapLoop(desk.remote())
            .run(
                desk.branch(),
                now -> {
                  GitOpsView view = GitOpsView.read(desk.remote(), now);
                  Placement placement = new Placement(desk.remote(), id, view.branch(id));
                  Optional<Snapshot> tip = placement.existing();
                  boolean done =
                      OverlayFolder.read(now, id, policy.platform().name()).isEmpty()
                          || tip.isPresent() && !GitOpsView.overlays(tip.get()).contains(id);
                  return done
                      ? new Decision.Nothing()
                      : placement.onto(edit(id), text(id, pullRequest), Optional.empty());
                });
    return result instanceof CompareAndSwapLoop.Result.Delivered(CommitSha commit, int ignored)
        ? Optional.of(commit)
        : Optional.empty();
  }

  /** Deletes the branch of a preview that was never merged, or whose removal is done. */
  private boolean deleteBranch(PreviewId id) {
    Optional<CommitSha> tip =
        Optional.ofNullable(
            desk.remote().refs(PreviewBranch.of(id).full()).get(PreviewBranch.of(id)));
    if (tip.isEmpty()) {
      return false;
    }
    new Placement(desk.remote(), id, tip).existing();
    if (!desk.dryRun()) {
      PushOutcome outcome =
          desk.remote().push(List.of(RefChange.delete(PreviewBranch.of(id), tip.get())));
      if (!(outcome instanceof PushOutcome.Landed)) {
        throw new ProblemsException(
            Fault.REMOTE,
            Problem.error(
                "branch-not-deleted",
                null,
                "the branch `" + PreviewBranch.of(id).shortName() + "` could not be deleted",
                "run the command again"));
      }
    }
    return true;
  }

  private static List<TreeEdit> edit(PreviewId id) {
    return List.of(new TreeEdit.Remove(TreePath.of(OverlayFolder.path(id))));
  }

  private CommitText text(PreviewId id, PullRequest pullRequest) {
    return desk.message().of("Remove", id, pullRequest, "", desk.clock().instant());
  }

  private Outcome outcome(
      PreviewId id, String word, String reason, Optional<CommitSha> commit, boolean waiting) {
    return new Outcome(id, word, reason, commit, Optional.empty(), waiting, desk.dryRun());
  }
}
