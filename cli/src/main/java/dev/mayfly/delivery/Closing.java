package dev.mayfly.delivery;

import dev.mayfly.admission.Gate;
import dev.mayfly.admission.PreviewId;
import dev.mayfly.admission.Verdict;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CommitText;
import dev.mayfly.git.CompareAndSwapLoop;
import dev.mayfly.git.Decision;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.git.TreePath;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequest.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes a preview away: its overlay, and the branch of one that was never merged. A preview whose
 * pull request is open and still admitted is kept: the event that asked for this is old, or was
 * about another label.
 */
public final class Closing {
  /**
   * What keeps a newcomer out and puts nobody out: the places, and a push nobody has judged yet.
   */
  private static final Set<String> FOR_NEWCOMERS = Set.of("limit", "capacity", "label-age");

  private final Delivery desk;
  private final PreviewSelection selection;
  private final PullRequestLookup inquiry;
  private final boolean asked;
  private final Proposals proposals;

  /**
   * Prepares a removal.
   *
   * @param asked true when a person or an event says that it shall go and no forge can be asked
   */
  public Closing(
      Delivery desk,
      PreviewSelection selection,
      PullRequestLookup inquiry,
      boolean asked,
      Proposals proposals) {
    this.desk = desk;
    this.selection = selection;
    this.inquiry = inquiry;
    this.asked = asked;
    this.proposals = proposals;
  }

  /**
   * What a round came to.
   *
   * @param kept why nothing is done; empty when the preview shall go
   * @param merged the overlay is on the GitOps branch
   * @param direct removals are pushed, not proposed
   */
  private record Round(
      PreviewId id, Optional<String> kept, boolean merged, boolean direct, Placement placement) {}

  private @Nullable Round round;

  /** Why the pull request may have none, as the last round found it. */
  private List<Problem> refusals = List.of();

  /**
   * How a removal ended, and of which pull request: as it was named, for what is left to do at the
   * forge.
   *
   * @param stage what people are told where nothing waits
   */
  public record Closed(Outcome outcome, PullRequest source, LifeStage stage) {}

  /**
   * Takes it away.
   *
   * @throws ProblemsException (refused) when folder or branch were made by somebody else
   */
  public Closed run() {
    Optional<CommitSha> commit = Optional.empty();
    if (desk.dryRun()) {
      decide(desk.remote().require(desk.branch()));
    } else if (new CompareAndSwapLoop(desk.remote()).run(desk.branch(), this::decide)
        instanceof CompareAndSwapLoop.Result.Delivered(CommitSha made, int ignored)) {
      commit = Optional.of(made);
    }
    Round done = Objects.requireNonNull(round);
    if (done.kept.isPresent()) {
      done.placement.deleteDeclined(proposals, desk.dryRun());
      return outcome("kept", done.kept.get(), commit, false);
    }
    boolean proposed = done.merged && !done.direct;
    boolean branchGone =
        !proposed && done.placement.withdraw(proposals, ChangeText::isOurs, desk.dryRun());
    String word = done.merged || branchGone || commit.isPresent() ? "removed" : "absent";
    return outcome(word, "", commit, proposed);
  }

  private Decision decide(Snapshot now) {
    Policy policy = desk.policy(now);
    OverlayQueries.requireOverlays(policy.platform());
    GitOpsView view = GitOpsView.read(desk.remote(), now);
    Optional<Blueprint> blueprint = selection.blueprintOrRecord(policy, inquiry.named(), view);
    PreviewId id =
        blueprint
            .map(b -> PreviewSelection.id(b, inquiry.named()))
            .orElseGet(() -> selection.recorded(policy, inquiry.named(), view).orElseThrow());
    boolean merged = OverlayFolder.read(now, id, policy.platform().name()).isPresent();
    boolean direct = policy.platform().gitops().removal() == Change.PUSH;
    Placement placement = new Placement(desk.remote(), id, view.branch(id));
    Optional<String> kept = reasonToKeep(policy, blueprint, view);
    if (kept.isEmpty() && merged && !direct) {
      // Asked once, before anything is pushed; what is pushed is proposed.
      kept =
          proposals
              .declined(
                  PreviewBranch.of(desk.remote(), id), ChangeText.removed(id, inquiry.named()))
              .map(no -> "its removal was declined in " + no.url());
    }
    round = new Round(id, kept, merged, direct, placement);
    if (kept.isPresent() || !merged) {
      return new Decision.Nothing();
    }
    List<TreeEdit> edits = new ArrayList<>();
    edits.add(new TreeEdit.Remove(TreePath.of(OverlayFolder.path(id))));
    SortedSet<PreviewId> left = new TreeSet<>(view.overlays());
    left.remove(id);
    EnvironmentFolder.of(policy, id).flatMap(it -> it.remove(now, left)).ifPresent(edits::add);
    CommitText text = desk.message().of("Remove", id, inquiry.named(), "", desk.clock().instant());
    if (direct) {
      return Decision.onto(desk.branch(), now, edits, text);
    }
    Optional<Snapshot> tip = placement.existing();
    return tip.isPresent() && !GitOpsView.holds(tip.get(), id)
        ? new Decision.Nothing()
        : placement.onto(edits, text, Optional.empty());
  }

  private Optional<String> reasonToKeep(
      Policy policy, Optional<Blueprint> blueprint, GitOpsView view) {
    if (asked) {
      return Optional.empty();
    }
    if (blueprint.isEmpty()) {
      PullRequest now = inquiry.pullRequest();
      return now.details().state() == State.OPEN
          ? Optional.of("the platform has no such app any more, but the pull request is open")
          : Optional.empty();
    }
    Verdict verdict = Verdict.of(inquiry.candidate(policy, blueprint.get().app(), view.holders()));
    refusals = verdict.refusal().problems();
    boolean goes =
        verdict.findings().stream()
            .filter(finding -> !FOR_NEWCOMERS.contains(finding.gate()))
            // What could not be found out is no reason to take something away.
            .anyMatch(finding -> finding.answer().outcome() == Gate.Outcome.REFUSE);
    return goes
        ? Optional.empty()
        : Optional.of("the pull request is open and may have its preview");
  }

  private Closed outcome(String word, String reason, Optional<CommitSha> commit, boolean waiting) {
    return new Closed(
        new Outcome(
            Objects.requireNonNull(round).id,
            word,
            reason,
            commit,
            Optional.empty(),
            waiting,
            desk.dryRun()),
        inquiry.named(),
        Refusals.concernPeople(refusals)
            ? new LifeStage.Refused(inquiry.named().headSha(), refusals)
            : new LifeStage.Gone(""));
  }
}
