package dev.mayfly.delivery;

import dev.mayfly.admission.Gate;
import dev.mayfly.admission.Verdict;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CommitText;
import dev.mayfly.git.CompareAndSwapLoop;
import dev.mayfly.git.CompareAndSwapLoop.Ended;
import dev.mayfly.git.CompareAndSwapLoop.Step;
import dev.mayfly.git.Decision;
import dev.mayfly.git.RefName;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequest.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Takes a preview away: its overlay, and the branch of one that was never merged. A preview whose
 * pull request is open and still admitted is kept: the event that asked for this is old, or was
 * about another label.
 *
 * @param asked true when a person or an event says that it shall go and no forge can be asked
 */
public record Closing(
    Delivery delivery,
    PreviewSelection selection,
    PullRequestLookup lookup,
    boolean asked,
    Proposals proposals) {
  /**
   * What keeps a newcomer out and puts nobody out: the places, and a push nobody has judged yet.
   */
  private static final Set<String> FOR_NEWCOMERS = Set.of("limit", "capacity", "label-age");

  /**
   * What a round came to.
   *
   * @param kept why nothing is done; empty when the preview shall go
   * @param refusals why the pull request may have none
   * @param merged the overlay is on the GitOps branch
   * @param direct removals are pushed, not proposed
   */
  private record Round(
      PreviewId id,
      Optional<String> kept,
      List<Problem> refusals,
      boolean merged,
      boolean direct,
      Placement placement) {}

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
  public Closed run(GitOpsView first) {
    if (delivery.dryRun()) {
      return closed(decide(first).learnt(), Optional.empty());
    }
    Ended<Round> ended =
        new CompareAndSwapLoop(delivery.remote()).run(first, delivery::view, this::decide);
    return closed(ended.learnt(), ended.commit());
  }

  private Closed closed(Round done, Optional<CommitSha> commit) {
    if (done.kept.isPresent()) {
      done.placement.deleteDeclined(proposals, delivery.dryRun());
      return outcome(done, Effect.KEPT, done.kept.get(), commit, false);
    }
    boolean proposed = done.merged && !done.direct;
    boolean branchGone =
        !proposed && done.placement.withdraw(proposals, ChangeText::isOurs, delivery.dryRun());
    boolean removed = done.merged || branchGone || commit.isPresent();
    return outcome(done, removed ? Effect.REMOVED : Effect.ABSENT, "", commit, proposed);
  }

  private Step<Round> decide(GitOpsView view) {
    Policy policy = view.policy();
    Snapshot now = view.snapshot();
    GeneratorRefusals.requireOverlays(policy.platform(), GeneratorRefusals.OPEN_OR_CLOSE);
    Optional<Blueprint> blueprint = selection.blueprintOrRecord(policy, lookup.named(), view);
    PreviewId id =
        blueprint
            .map(b -> PreviewSelection.id(b, lookup.named()))
            .orElseGet(() -> selection.recorded(policy, lookup.named(), view).orElseThrow());
    boolean merged = OverlayFolder.read(now, id, policy.platform().name()).isPresent();
    boolean direct = policy.platform().gitops().removal() == Change.PUSH;
    Placement placement = new Placement(delivery.remote(), id, view.branch(id));
    Optional<Verdict> verdict =
        asked ? Optional.empty() : blueprint.map(found -> verdict(policy, found, view));
    boolean there = merged || view.branch(id).isPresent();
    Optional<String> kept = asked ? Optional.empty() : reasonToKeep(verdict, there);
    if (kept.isEmpty() && merged && !direct) {
      // Asked once, before anything is pushed; what is pushed is proposed.
      kept =
          proposals
              .declined(placement.branch(), ChangeText.removed(id, lookup.named()))
              .map(no -> "its removal was declined in " + no.url());
    }
    List<Problem> refusals = verdict.map(it -> it.refusal().problems()).orElse(List.of());
    Round round = new Round(id, kept, refusals, merged, direct, placement);
    if (kept.isPresent() || !merged) {
      return new Step<>(round, new Decision.Nothing());
    }
    List<TreeEdit> edits = new ArrayList<>();
    edits.add(new TreeEdit.Remove(OverlayFolder.path(id)));
    SortedSet<PreviewId> left = new TreeSet<>(view.overlays());
    left.remove(id);
    EnvironmentFolder.of(policy, id).flatMap(it -> it.remove(now, left)).ifPresent(edits::add);
    CommitText text =
        delivery.message().of("Remove", id, lookup.named(), "", delivery.clock().instant());
    if (direct) {
      return new Step<>(round, Decision.onto(delivery.branch(), now, edits, text));
    }
    Optional<Snapshot> tip = placement.existing();
    boolean gone = tip.isPresent() && !GitOpsView.holds(tip.get(), id);
    return new Step<>(
        round, gone ? new Decision.Nothing() : placement.onto(now, edits, text, Optional.empty()));
  }

  private Verdict verdict(Policy policy, Blueprint blueprint, GitOpsView view) {
    return Verdict.of(lookup.candidate(policy, blueprint.app(), view.holders()));
  }

  private Optional<String> reasonToKeep(Optional<Verdict> verdict, boolean there) {
    if (verdict.isEmpty()) {
      PullRequest now = lookup.pullRequest();
      return now.details().state() == State.OPEN
          ? Optional.of("the platform has no such app any more, but the pull request is open")
          : Optional.empty();
    }
    boolean goes =
        verdict.get().findings().stream()
            .filter(finding -> !FOR_NEWCOMERS.contains(finding.gate()))
            // What could not be found out is no reason to take something away.
            .anyMatch(finding -> finding.answer().outcome() == Gate.Outcome.REFUSE);
    return goes
        ? Optional.empty()
        : Optional.of(
            there
                ? "the pull request is open and may have its preview"
                : "there is no preview, and the pull request is open");
  }

  private Closed outcome(
      Round done, Effect effect, String reason, Optional<CommitSha> commit, boolean waiting) {
    Optional<RefName> branch = Optional.of(done.placement.branch()).filter(it -> waiting);
    return new Closed(
        new Outcome(done.id, effect, reason, commit, Optional.empty(), branch, delivery.dryRun()),
        lookup.named(),
        Refusals.concernPeople(done.refusals)
            ? new LifeStage.Refused(lookup.named().headSha(), done.refusals)
            : new LifeStage.Gone(""));
  }
}
