package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.admission.Verdict;
import dev.mayfly.git.CommitText;
import dev.mayfly.git.CompareAndSwapLoop;
import dev.mayfly.git.Decision;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.git.TreePath;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Opens or updates a preview: every gate, every proof, then the overlay. All of it is done again
 * when another run was faster, since the last place may be gone by then.
 */
public final class Opening {
  private final Delivery desk;
  private final PreviewSelection selection;
  private final PullRequestLookup inquiry;
  private final OpeningFacts facts;
  private final List<Proof> proofs;
  private final Proposals proposals;

  /** With {@code retry} Argo CD shall try again what it has. */
  public Opening(
      Delivery desk,
      PreviewSelection selection,
      PullRequestLookup inquiry,
      DigestSource digests,
      BackupSource backups,
      BundleRevisions revisions,
      List<Proof> proofs,
      Proposals proposals,
      boolean retry) {
    this.desk = desk;
    this.selection = selection;
    this.inquiry = inquiry;
    this.facts = new OpeningFacts(inquiry, digests, backups, revisions, desk.clock(), retry);
    this.proofs = List.copyOf(proofs);
    this.proposals = proposals;
  }

  /**
   * What a round of the race came to.
   *
   * @param settled the GitOps branch holds this very overlay, so that a branch of its own is left
   *     over
   */
  private record Round(
      Blueprint blueprint,
      PreviewFacts facts,
      ChangeText text,
      boolean existed,
      boolean settled,
      boolean byPullRequest,
      Placement placement) {}

  private @Nullable Round round;

  /** The outcome, with what later steps need. */
  public record Delivered(Outcome outcome, PullRequest source, ChangeText text) {}

  /**
   * Opens or updates.
   *
   * @throws ProblemsException (refused) when a gate or a proof says no
   */
  public Delivered run() {
    if (desk.dryRun()) {
      boolean unchanged =
          decide(desk.remote().require(desk.branch()), true) instanceof Decision.Nothing;
      return result(unchanged, Optional.empty());
    }
    CompareAndSwapLoop loop = new CompareAndSwapLoop(desk.remote());
    CompareAndSwapLoop.Result result = loop.run(desk.branch(), found -> decide(found, true));
    if (result instanceof CompareAndSwapLoop.Result.NotTogether) {
      // The limit is then enforced by `verify --base` on the merge result.
      result = loop.run(desk.branch(), found -> decide(found, false));
    }
    Round done = Objects.requireNonNull(round);
    if (done.settled) {
      PreviewId id = PreviewSelection.id(done.blueprint, done.facts.pullRequest());
      ChangeText removal = ChangeText.removed(id, done.facts.pullRequest());
      done.placement.withdraw(proposals, removal::isSaidBy, false);
    }
    return switch (result) {
      case CompareAndSwapLoop.Result.Delivered(CommitSha commit, int ignored) ->
          result(false, Optional.of(commit));
      case CompareAndSwapLoop.Result.Unchanged ignored -> result(true, Optional.empty());
      case CompareAndSwapLoop.Result.NotTogether ignored ->
          throw new IllegalStateException("one ref alone was to move");
    };
  }

  private Delivered result(boolean unchanged, Optional<CommitSha> commit) {
    Round done = Objects.requireNonNull(round);
    PreviewId id = PreviewSelection.id(done.blueprint, done.facts.pullRequest());
    Optional<String> url = done.blueprint.url().map(text -> PreviewTexts.bound(text, id.number()));
    String existing = facts.retry() ? "retried" : "updated";
    String word = unchanged ? "unchanged" : done.existed ? existing : "opened";
    boolean waiting = done.byPullRequest && !done.settled;
    String reason = done.blueprint.platform().admission().lowered().orElse("");
    Outcome outcome = new Outcome(id, word, reason, commit, url, waiting, desk.dryRun());
    return new Delivered(outcome, done.facts.pullRequest(), done.text);
  }

  private Decision decide(Snapshot found, boolean atomic) {
    Policy policy = desk.policy(found);
    String platform = policy.platform().name();
    OverlayQueries.requireOverlays(policy.platform(), facts.retry());
    Blueprint blueprint = selection.blueprint(policy, inquiry.named());
    PreviewId id = PreviewSelection.id(blueprint, inquiry.named());
    boolean byPullRequest = policy.platform().gitops().change() == Change.PULL_REQUEST;

    // The slot before the holders: who takes a place after it was read moves it, and our push
    // fails.
    Optional<CommitSha> slot =
        byPullRequest ? GitOpsView.slot(desk.remote(), platform) : Optional.empty();
    GitOpsView view =
        byPullRequest ? GitOpsView.branchesFirst(desk) : GitOpsView.read(desk.remote(), found);
    Verdict verdict = Verdict.of(inquiry.candidate(policy, blueprint.app(), view.holders()));
    if (!verdict.admitted()) {
      throw verdict.refusal();
    }
    PullRequest current = verdict.candidate().pullRequest();

    Optional<OverlayFolder> merged = OverlayFolder.read(view.snapshot(), id, platform);
    Placement placement = new Placement(desk.remote(), id, view.branch(id));
    Optional<OverlayFolder> proposed =
        placement.existing().flatMap(tip -> OverlayFolder.read(tip, id, platform));
    PreviewFacts now =
        facts.of(blueprint.app(), current, byPullRequest ? proposed : Optional.empty(), merged);
    Overlay overlay = policy.overlay(blueprint);
    SortedMap<String, String> texts = overlay.files(now);
    SortedMap<String, byte[]> files = OverlayQueries.bytes(texts);

    Optional<TreeEdit> environment =
        EnvironmentFolder.of(policy, id)
            .flatMap(it -> it.bring(view.snapshot(), now, recorded -> recorded));
    boolean settled = environment.isEmpty() && OverlayQueries.holds(merged, files);
    boolean existed = merged.isPresent() || byPullRequest && proposed.isPresent();
    OverlayChange change =
        byPullRequest ? OverlayChange.of(merged, now, texts) : OverlayChange.NONE;
    ChangeText said = ChangeText.opened(blueprint, now, overlay, change);
    round = new Round(blueprint, now, said, existed, settled, byPullRequest, placement);
    if (settled) {
      return new Decision.Nothing();
    }
    if (byPullRequest) {
      placement.requireNotDeclined(proposals, said, desk.dryRun());
    }
    proofs.stream()
        .filter(proof -> !existed || !proof.isForNewPreviews())
        .forEach(proof -> proof.prove(overlay, now, texts));
    if (byPullRequest && OverlayQueries.holds(proposed, files)) {
      return new Decision.Nothing();
    }
    List<TreeEdit> edits = new ArrayList<>();
    edits.add(new TreeEdit.Replace(TreePath.of(OverlayFolder.path(id)), files));
    environment.ifPresent(edits::add);
    CommitText text =
        desk.message()
            .of(
                existed ? facts.retry() ? "Retry" : "Update" : "Open",
                id,
                current,
                OverlayQueries.body(blueprint, now),
                desk.clock().instant());
    if (!byPullRequest) {
      return Decision.onto(desk.branch(), found, edits, text);
    }
    boolean takesPlace = atomic && !view.holders().contains(id);
    return placement.onto(
        edits,
        text,
        takesPlace ? Optional.of(new Placement.Slot(platform, slot)) : Optional.empty());
  }
}
