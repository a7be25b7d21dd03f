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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Opens or updates a preview: every gate, every proof, then the overlay. All of it is done again
 * when another run was faster, since the last place may be gone by then.
 */
public final class Opening {
  private final Desk desk;
  private final PreviewSelection selection;
  private final Inquiry inquiry;
  private final DigestSource digests;
  private final Optional<String> backup;
  private final List<Proof> proofs;

  public Opening(
      Desk desk,
      PreviewSelection selection,
      Inquiry inquiry,
      DigestSource digests,
      Optional<String> backup,
      List<Proof> proofs) {
    this.desk = desk;
    this.selection = selection;
    this.inquiry = inquiry;
    this.digests = digests;
    this.backup = backup;
    this.proofs = List.copyOf(proofs);
  }

  /** What a round of the race came to. */
  private record Round(Blueprint blueprint, PreviewFacts facts, boolean existed, boolean waiting) {}

  private @Nullable Round round;

  public Delivered run() {
    boolean atomic = true;
    while (true) {
      boolean together = atomic;
      if (desk.dryRun()) {
        Decision decision = decide(desk.remote().require(desk.branch()), together);
        return result(decision instanceof Decision.Nothing, Optional.empty());
      }
      switch (new CompareAndSwapLoop(desk.remote()).run(desk.branch(), f -> decide(f, together))) {
        case CompareAndSwapLoop.Result.Delivered(CommitSha commit, int ignored) -> {
          return result(false, Optional.of(commit));
        }
        case CompareAndSwapLoop.Result.Unchanged ignored -> {
          return result(true, Optional.empty());
        }
        // The limit is then enforced by `verify --base` on the merge result.
        case CompareAndSwapLoop.Result.NotAtomic ignored -> atomic = false;
      }
    }
  }

  /** The outcome, with what later steps need: the blueprint and the facts. */
  public record Delivered(Outcome outcome, Blueprint blueprint, PreviewFacts facts) {}

  private Delivered result(boolean unchanged, Optional<CommitSha> commit) {
    Round done = Objects.requireNonNull(round);
    PreviewId id = PreviewSelection.id(done.blueprint, done.facts.pullRequest());
    Optional<String> url =
        done.blueprint.app().service().isPresent()
            ? Optional.of(Texts.bound(done.blueprint.names().url(), id.number()))
            : Optional.empty();
    String word = unchanged ? "unchanged" : done.existed ? "updated" : "opened";
    return new Delivered(
        new Outcome(id, word, "", commit, url, done.waiting, desk.dryRun()),
        done.blueprint,
        done.facts);
  }

  private Decision decide(Snapshot found, boolean atomic) {
    Policy policy = desk.policy(found);
    GitOpsView view = GitOpsView.read(desk.remote(), found);
    PullRequest pullRequest = inquiry.pullRequest();
    Blueprint blueprint = selection.blueprint(policy, pullRequest);
    Overlays.requireOverlays(policy.platform());
    PreviewId id = PreviewSelection.id(blueprint, pullRequest);
    Verdict verdict =
        Verdict.of(inquiry.candidate(policy.platform(), blueprint.app(), view.holders()));
    if (!verdict.admitted()) {
      throw verdict.refusal();
    }
    PullRequest current = verdict.candidate().pullRequest();

    Optional<OverlayFolder> merged = OverlayFolder.read(found, id, policy.platform().name());
    Placement placement = new Placement(desk.remote(), id, view.branch(id));
    Optional<Snapshot> branch = placement.existing();
    Optional<OverlayFolder> proposed =
        branch.flatMap(tip -> OverlayFolder.read(tip, id, policy.platform().name()));
    boolean byPullRequest = policy.platform().gitops().change() == Change.PULL_REQUEST;
    Optional<OverlayFolder> before = byPullRequest && branch.isPresent() ? proposed : merged;

    PreviewFacts facts = facts(blueprint, current, before.or(() -> merged));
    Overlay overlay = policy.overlay(blueprint);
    SortedMap<String, String> texts = overlay.files(facts);
    proofs.forEach(proof -> proof.prove(blueprint, facts, texts));
    SortedMap<String, byte[]> files = new TreeMap<>();
    texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));

    round = new Round(blueprint, facts, before.isPresent(), byPullRequest);
    if (before.isPresent() && Overlays.same(before.get().files(), files)) {
      return new Decision.Nothing();
    }
    TreeEdit edit = new TreeEdit.Replace(TreePath.of(OverlayFolder.path(id)), files);
    CommitText text =
        desk.message()
            .of(
                before.isPresent() ? "Update" : "Open",
                id,
                current,
                Overlays.body(blueprint, facts),
                desk.clock().instant());
    if (!byPullRequest) {
      return Decision.onto(desk.branch(), found, List.of(edit), text);
    }
    boolean takesPlace = !view.holders().contains(id);
    Optional<Placement.Slot> slot =
        takesPlace && atomic
            ? Optional.of(
                new Placement.Slot(
                    policy.platform().name(),
                    GitOpsView.slot(desk.remote(), policy.platform().name())))
            : Optional.empty();
    return placement.onto(List.of(edit), text, slot);
  }

  /** What was named once stays: the backup that a clone came from, and the time of opening. */
  private PreviewFacts facts(
      Blueprint blueprint, PullRequest pullRequest, Optional<OverlayFolder> before) {
    Optional<PreviewFacts> recorded = before.map(folder -> folder.record().facts());
    Instant opened =
        recorded
            .flatMap(PreviewFacts::openedAt)
            .orElseGet(() -> desk.clock().instant().truncatedTo(ChronoUnit.SECONDS));
    return new PreviewFacts(
        pullRequest,
        digests.digests(blueprint.app(), pullRequest.headSha()),
        recorded.flatMap(PreviewFacts::backup).or(() -> backup),
        Optional.of(opened));
  }
}
