package dev.mayfly.delivery;

import dev.mayfly.delivery.Sweep.Answer;
import dev.mayfly.delivery.Sweep.Item;
import dev.mayfly.delivery.Sweep.Judge;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.git.TreePath;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What a sweep would do to the previews that one commit and the branches beside it hold. */
final class SweepPlan {
  private final RemoteRepository remote;
  private final Policy policy;
  private final GitOpsView view;
  private final Proposals proposals;
  private final SweepRendering rendering;
  private final List<Item> items = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final SortedMap<PreviewId, TreeEdit> edits = new TreeMap<>();
  private final SpentBranches spent;

  SweepPlan(
      Delivery delivery,
      Proposals proposals,
      Judge judge,
      GitOpsView view,
      Set<PreviewId> retry,
      BundleMoves moves) {
    this.proposals = proposals;
    this.remote = delivery.remote();
    this.policy = view.policy();
    this.view = view;
    Snapshot found = view.snapshot();
    this.spent = new SpentBranches(remote, view, proposals);
    this.rendering = SweepRendering.of(remote, view, retry, moves);
    OverlayFolder.bring(found, view.overlays());
    SortedMap<PreviewId, Snapshot> merged = new TreeMap<>();
    view.overlays().stream()
        .filter(id -> !EnvironmentFolder.isOne(policy, id))
        .forEach(id -> merged.put(id, found));
    decide(merged, judge, false);
    new SweepEnvironments(rendering, found, items, edits, problems).decide(view.overlays());
    decide(view.proposedAt(remote), judge, true);
  }

  private void decide(SortedMap<PreviewId, Snapshot> places, Judge judge, boolean onlyProposed) {
    for (SweptPreview one : SweptPreview.all(policy, places, judge, problems)) {
      Problems.collect(() -> items.add(item(one, onlyProposed)), problems);
    }
  }

  private Item item(SweptPreview one, boolean onlyProposed) {
    PreviewId id = one.id();
    OverlayFolder folder = one.folder();
    PullRequest source = one.source();
    TreePath path = OverlayFolder.path(id);
    Optional<Snapshot> tip = onlyProposed ? Optional.empty() : view.branch(id).map(remote::fetch);
    Optional<OverlayFolder> proposed =
        tip.flatMap(branch -> OverlayFolder.read(branch, id, policy.platform().name()));
    // Where changes are pushed nobody waits for what was proposed before that was decided.
    boolean pushed = policy.platform().gitops().change() == Change.PUSH;
    boolean leftOver =
        proposed.filter(branch -> pushed || branch.holds(folder.files())).isPresent();
    if (leftOver) {
      spent.addMerged(id);
    }
    switch (one.answer()) {
      case Answer.Goes(String reason) -> {
        boolean byPullRequest = policy.platform().gitops().removal() == Change.PULL_REQUEST;
        if (byPullRequest && tip.isPresent() && proposed.isEmpty()) {
          return waiting(one, "its removal waits to be merged", LifeStage.Going::new);
        }
        RefName branch = PreviewBranch.of(remote, id);
        if (byPullRequest
            && !onlyProposed
            && proposals.declined(branch, ChangeText.removed(id, source)).isPresent()) {
          String words = "its removal was declined";
          return one.delivered(policy, Effect.KEPT, words, words);
        }
        if (!onlyProposed) {
          edits.put(id, new TreeEdit.Remove(path));
        }
        return new Item(id, Effect.REMOVED, reason, source, new LifeStage.Gone(reason));
      }
      case Answer.Unknown(Problem problem) -> problems.add(problem);
      case Answer.Stays ignored -> {}
    }
    if (onlyProposed || tip.isPresent() && !leftOver) {
      CommitSha waits = proposed.map(it -> it.facts().pullRequest()).orElse(source).headSha();
      // What nothing of is merged is brought up to date by the search for what is missing.
      String behind = onlyProposed ? "" : one.behind(waits);
      return waiting(
          one,
          "its own pull request is under way" + (behind.isEmpty() ? "" : ", but " + behind),
          url -> one.stage(new LifeStage.Waiting(waits, policy.url(id), url, false)));
    }
    PreviewFacts recorded = folder.facts();
    PreviewFacts wanted = rendering.wanted(id, one.facts());
    SortedMap<String, byte[]> fresh = rendering.files(id, wanted);
    if (fresh.isEmpty() || folder.holds(fresh)) {
      return one.delivered(policy, Effect.KEPT, one.behind(source.headSha()), "");
    }
    rendering.requireProven(id, recorded, wanted);
    edits.put(id, new TreeEdit.Replace(path, fresh));
    return wanted.attempt() == recorded.attempt()
        ? one.delivered(policy, Effect.RENDERED, rendering.reason(id, folder.record(), wanted), "")
        : one.delivered(policy, Effect.RETRIED, "Argo CD tries again", "");
  }

  /** A branch that waits for its pull request, as long as that is open. */
  private Item waiting(
      SweptPreview one, String words, Function<Optional<String>, LifeStage> stage) {
    PreviewId id = one.id();
    Proposals.ChangeState state = spent.stateOf(id);
    if (state instanceof Proposals.ChangeState.Open(Optional<String> url)) {
      return new Item(id, Effect.KEPT, words, one.source(), stage.apply(url));
    }
    // A run that died before is finished by the search for what is missing.
    if (state instanceof Proposals.ChangeState.None && view.overlays().contains(id)) {
      problems.add(spent.withoutChange(id));
    }
    boolean declined = state instanceof Proposals.ChangeState.Declined;
    String reason = declined ? "what its branch asks for was declined" : words;
    return new Item(id, Effect.KEPT, reason, one.source(), new LifeStage.Unknown());
  }

  GitOpsView view() {
    return view;
  }

  List<Item> items() {
    return List.copyOf(items);
  }

  /** Those of apps: what an environment's share is goes with them and is not counted again. */
  List<Item> previews() {
    return items.stream().filter(item -> !EnvironmentFolder.isOne(policy, item.id())).toList();
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The items that change a tree and travel this way. */
  List<Item> changes(Change way) {
    return items.stream().filter(item -> edits.containsKey(item.id()) && way(item) == way).toList();
  }

  List<TreeEdit> edits(Change way) {
    return changes(way).stream().map(item -> edits.get(item.id())).toList();
  }

  private Change way(Item item) {
    return item.isRemoval()
        ? policy.platform().gitops().removal()
        : policy.platform().gitops().change();
  }

  /**
   * Deletes the branches of previews that are gone, unless a pull request is to remove them, and
   * those that forges keep after the merge: the next change of their preview would seem under way.
   */
  void withdraw(List<Problem> failures) {
    List<Item> waiting = changes(Change.PULL_REQUEST);
    spent.delete(
        items.stream()
            .filter(item -> item.isRemoval() && !waiting.contains(item))
            .map(Item::id)
            .toList(),
        failures);
  }
}
