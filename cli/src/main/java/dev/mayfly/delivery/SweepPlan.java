package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.delivery.Sweep.Answer;
import dev.mayfly.delivery.Sweep.Fate;
import dev.mayfly.delivery.Sweep.Item;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.git.TreePath;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a sweep would do to the previews that one commit and the branches beside it hold. */
final class SweepPlan {
  private final RemoteRepository remote;
  private final CommitSha commit;
  private final Policy policy;
  private final GitOpsView view;
  private final Proposals proposals;
  private final SweepRendering rendering;
  private final List<Item> items = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final SortedMap<PreviewId, TreeEdit> edits = new TreeMap<>();

  private final SpentBranches spent;

  private SweepPlan(
      Desk desk, Proposals proposals, Snapshot found, Set<PreviewId> retries, BundleMoves moves) {
    this.proposals = proposals;
    this.remote = desk.remote();
    this.commit = found.commit();
    this.policy = desk.policy(found);
    this.view = GitOpsView.read(desk.remote(), found);
    this.spent = new SpentBranches(desk.remote(), view, proposals);
    this.rendering = SweepRendering.of(remote, policy, view.overlays(), retries, moves);
  }

  static SweepPlan of(
      Desk desk,
      Proposals proposals,
      Fate fate,
      Snapshot found,
      Set<PreviewId> retries,
      BundleMoves moves) {
    SweepPlan plan = new SweepPlan(desk, proposals, found, retries, moves);
    Overlays.bring(found, plan.view.overlays());
    for (PreviewId id : plan.view.overlays()) {
      if (!EnvironmentFolder.isOne(plan.policy, id)) {
        plan.decide(id, found, fate, false);
      }
    }
    SweepEnvironments.of(plan.rendering, found, plan.view.overlays(), plan.items)
        .addTo(plan.items, plan.edits, plan.problems);
    for (PreviewId id : plan.view.proposed()) {
      plan.view.branch(id).ifPresent(tip -> plan.decide(id, desk.remote().fetch(tip), fate, true));
    }
    return plan;
  }

  private void decide(PreviewId id, Snapshot snapshot, Fate fate, boolean onlyProposed) {
    try {
      OverlayFolder.read(snapshot, id, policy.platform().name())
          .ifPresent(folder -> items.add(item(id, folder, fate, onlyProposed)));
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
    }
  }

  private Item item(PreviewId id, OverlayFolder folder, Fate fate, boolean onlyProposed) {
    PullRequest source = folder.record().facts().pullRequest();
    TreePath path = TreePath.of(OverlayFolder.path(id));
    Optional<Snapshot> tip = onlyProposed ? Optional.empty() : view.branch(id).map(remote::fetch);
    Optional<OverlayFolder> proposed =
        tip.flatMap(branch -> OverlayFolder.read(branch, id, policy.platform().name()));
    boolean leftOver =
        proposed.filter(branch -> Overlays.same(branch.files(), folder.files())).isPresent();
    if (leftOver) {
      spent.addMerged(id);
    }
    switch (fate.of(policy, id, source.repository())) {
      case Answer.Goes(String reason) -> {
        boolean byPullRequest = policy.platform().gitops().removal() == Change.PULL_REQUEST;
        if (byPullRequest && tip.isPresent() && proposed.isEmpty()) {
          return waiting(id, "its removal waits to be merged", source);
        }
        RefName branch = PreviewBranch.of(remote, id);
        if (byPullRequest
            && !onlyProposed
            && proposals.declined(branch, ChangeText.removed(id, source)).isPresent()) {
          return new Item(id, "kept", "its removal was declined", source);
        }
        if (!onlyProposed) {
          edits.put(id, new TreeEdit.Remove(path));
        }
        return new Item(id, "removed", reason, source);
      }
      case Answer.Unknown(Problem problem) -> problems.add(problem);
      case Answer.Stays ignored -> {}
    }
    if (onlyProposed || tip.isPresent() && !leftOver) {
      String words = "its own pull request is under way";
      return onlyProposed ? new Item(id, "kept", words, source) : waiting(id, words, source);
    }
    PreviewFacts recorded = folder.record().facts();
    PreviewFacts wanted = rendering.wanted(id, recorded);
    SortedMap<String, byte[]> fresh = rendering.files(id, wanted);
    if (fresh.isEmpty() || Overlays.same(folder.files(), fresh)) {
      return new Item(id, "kept", "", source);
    }
    rendering.requireProven(id, recorded, wanted);
    edits.put(id, new TreeEdit.Replace(path, fresh));
    return wanted.attempt() == recorded.attempt()
        ? new Item(id, "rendered", SweepRendering.reason(recorded, wanted), source)
        : new Item(id, "retried", "Argo CD tries again", source);
  }

  /** A branch that waits for its pull request, as long as that is open. */
  private Item waiting(PreviewId id, String words, PullRequest source) {
    Proposals.Standing standing = spent.standing(id);
    if (standing == Proposals.Standing.NONE) {
      String branch = PreviewBranch.of(remote, id).shortName();
      problems.add(
          Problem.error(
              "branch-without-change",
              null,
              "the branch `" + branch + "` waits without a pull request",
              "run the command of its last event again, or delete the branch"));
    }
    boolean declined = standing == Proposals.Standing.DECLINED;
    String reason = declined ? "what its branch asks for was declined" : words;
    return new Item(id, "kept", reason, source);
  }

  CommitSha commit() {
    return commit;
  }

  Policy policy() {
    return policy;
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
