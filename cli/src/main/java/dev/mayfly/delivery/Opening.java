package dev.mayfly.delivery;

import dev.mayfly.admission.Verdict;
import dev.mayfly.git.CommitText;
import dev.mayfly.git.CompareAndSwapLoop;
import dev.mayfly.git.CompareAndSwapLoop.Ended;
import dev.mayfly.git.CompareAndSwapLoop.Step;
import dev.mayfly.git.Decision;
import dev.mayfly.git.RefName;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Opens or updates a preview: every gate, every proof, then the overlay. All of it is done again
 * when another run was faster, since the last place may be gone by then.
 */
public final class Opening {
  private final Delivery delivery;
  private final PreviewSelection selection;
  private final PullRequestLookup lookup;
  private final OpeningFacts facts;
  private final OverlaySources sources;
  private final Proposals proposals;

  /** With {@code retry} Argo CD shall try again what it has. */
  public Opening(
      Delivery delivery,
      PreviewSelection selection,
      PullRequestLookup lookup,
      OverlaySources sources,
      Proposals proposals,
      boolean retry) {
    this.delivery = delivery;
    this.selection = selection;
    this.lookup = lookup;
    this.facts = new OpeningFacts(lookup, sources, delivery.clock(), retry);
    this.sources = sources;
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

  /** The outcome, with what later steps need. */
  public record Delivered(Outcome outcome, PullRequest source, ChangeText text) {}

  /** Opens or updates where nobody has looked at the repository yet. */
  public Delivered run() {
    return run(delivery.view());
  }

  /**
   * Opens or updates.
   *
   * @throws ProblemsException (refused) when a gate or a proof says no
   */
  public Delivered run(GitOpsView first) {
    if (delivery.dryRun()) {
      Step<Round> only = decide(first, true);
      return result(only.learnt(), only.decision() instanceof Decision.Nothing, Optional.empty());
    }
    CompareAndSwapLoop loop = new CompareAndSwapLoop(delivery.remote());
    Ended<Round> ended = loop.run(first, delivery::view, found -> decide(found, true));
    if (ended.result() instanceof CompareAndSwapLoop.Result.NotTogether) {
      // The limit is then enforced by `verify --base` on the merge result.
      ended = loop.run(delivery.view(), delivery::view, found -> decide(found, false));
    }
    Round done = ended.learnt();
    if (done.settled) {
      PreviewId id = PreviewSelection.id(done.blueprint, done.facts.pullRequest());
      ChangeText removal = ChangeText.removed(id, done.facts.pullRequest());
      done.placement.withdraw(proposals, removal::isSaidBy, false);
    }
    Optional<CommitSha> commit = ended.commit();
    return result(done, commit.isEmpty(), commit);
  }

  private Delivered result(Round done, boolean unchanged, Optional<CommitSha> commit) {
    PreviewId id = PreviewSelection.id(done.blueprint, done.facts.pullRequest());
    Optional<String> url = done.blueprint.url().map(text -> Blueprint.bound(text, id.number()));
    Effect existing = facts.retry() ? Effect.RETRIED : Effect.UPDATED;
    Effect effect = unchanged ? Effect.UNCHANGED : done.existed ? existing : Effect.OPENED;
    Optional<RefName> branch =
        Optional.of(done.placement.branch()).filter(it -> done.byPullRequest && !done.settled);
    String reason = done.blueprint.platform().admission().lowered().orElse("");
    Outcome outcome = new Outcome(id, effect, reason, commit, url, branch, delivery.dryRun());
    return new Delivered(outcome, done.facts.pullRequest(), done.text);
  }

  private Step<Round> decide(GitOpsView found, boolean atomic) {
    Policy policy = found.policy();
    String platform = policy.platform().name();
    GeneratorRefusals.requireOverlays(
        policy.platform(),
        facts.retry() ? GeneratorRefusals.RETRY : GeneratorRefusals.OPEN_OR_CLOSE);
    Blueprint blueprint = selection.blueprint(policy, lookup.named());
    PreviewId id = PreviewSelection.id(blueprint, lookup.named());
    boolean byPullRequest = policy.platform().gitops().change() == Change.PULL_REQUEST;

    // A place that is pushed is guarded by the GitOps branch itself. One that is proposed is by the
    // slot, which is read before the holders: who takes one later moves it, and our push fails.
    boolean takesPlace = byPullRequest && !found.holders().contains(id);
    GitOpsView view = takesPlace ? found.inOrder(delivery) : found;
    Verdict verdict = Verdict.of(lookup.candidate(policy, blueprint.app(), view.holders()));
    if (!verdict.admitted()) {
      throw verdict.refusal();
    }
    PullRequest current = verdict.candidate().pullRequest();

    Optional<OverlayFolder> merged = OverlayFolder.read(view.snapshot(), id, platform);
    Placement placement = new Placement(delivery.remote(), id, view.branch(id));
    Optional<OverlayFolder> proposed =
        placement.existing().flatMap(tip -> OverlayFolder.read(tip, id, platform));
    PreviewFacts now =
        facts.of(blueprint.app(), current, byPullRequest ? proposed : Optional.empty(), merged);
    Overlay overlay = policy.overlay(blueprint);
    SortedMap<String, String> texts = overlay.files(now);
    SortedMap<String, byte[]> files = OverlayFolder.bytes(texts);

    Optional<TreeEdit> environment =
        EnvironmentFolder.of(policy, id)
            .flatMap(it -> it.bring(view.snapshot(), now, recorded -> recorded));
    boolean settled = environment.isEmpty() && merged.filter(it -> it.holds(files)).isPresent();
    boolean existed = merged.isPresent() || byPullRequest && proposed.isPresent();
    OverlayChange change =
        byPullRequest ? OverlayChange.of(merged, now, texts) : OverlayChange.NONE;
    ChangeText said = ChangeText.opened(blueprint, now, overlay, change);
    Round round = new Round(blueprint, now, said, existed, settled, byPullRequest, placement);
    if (settled) {
      return new Step<>(round, new Decision.Nothing());
    }
    if (byPullRequest) {
      placement.requireNotDeclined(proposals, said, delivery.dryRun());
    }
    sources.prove(overlay, now, texts, existed);
    if (byPullRequest && proposed.filter(it -> it.holds(files)).isPresent()) {
      return new Step<>(round, new Decision.Nothing());
    }
    List<TreeEdit> edits = new ArrayList<>();
    edits.add(new TreeEdit.Replace(OverlayFolder.path(id), files));
    environment.ifPresent(edits::add);
    CommitText text =
        delivery
            .message()
            .of(
                existed ? facts.retry() ? "Retry" : "Update" : "Open",
                id,
                current,
                Message.body(blueprint, now),
                delivery.clock().instant());
    if (!byPullRequest) {
      return new Step<>(round, Decision.onto(delivery.branch(), view.snapshot(), edits, text));
    }
    RefName slot = PreviewBranch.slot(delivery.remote().folder(), platform);
    Optional<Placement.Slot> taken =
        atomic && takesPlace && !view.holders().contains(id)
            ? Optional.of(new Placement.Slot(slot, Optional.ofNullable(found.refs().get(slot))))
            : Optional.empty();
    return new Step<>(round, placement.onto(view.snapshot(), edits, text, taken));
  }
}
