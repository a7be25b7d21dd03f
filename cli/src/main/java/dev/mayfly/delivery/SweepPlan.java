package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.delivery.Sweep.Answer;
import dev.mayfly.delivery.Sweep.Fate;
import dev.mayfly.delivery.Sweep.Item;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.git.TreePath;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a sweep would do to the previews that one commit and the branches beside it hold. */
final class SweepPlan {
  private final CommitSha commit;
  private final Policy policy;
  private final GitOpsView view;
  private final List<Item> items = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final SortedMap<PreviewId, TreeEdit> edits = new TreeMap<>();

  private SweepPlan(Desk desk, Snapshot found) {
    this.commit = found.commit();
    this.policy = desk.policy(found);
    this.view = GitOpsView.read(desk.remote(), found);
  }

  static SweepPlan of(Desk desk, Fate fate, Snapshot found) {
    SweepPlan plan = new SweepPlan(desk, found);
    Overlays.bring(found, plan.view.overlays());
    for (PreviewId id : plan.view.overlays()) {
      plan.decide(id, found, fate, false);
    }
    for (PreviewId id : plan.view.proposed()) {
      plan.view.branch(id).ifPresent(tip -> plan.decide(id, desk.remote().fetch(tip), fate, true));
    }
    return plan;
  }

  private void decide(PreviewId id, Snapshot snapshot, Fate fate, boolean onlyProposed) {
    try {
      OverlayFolder.read(snapshot, id, policy.platform().name())
          .ifPresent(
              folder -> {
                Item item = item(id, folder, fate, onlyProposed);
                items.add(item);
              });
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
    }
  }

  private Item item(PreviewId id, OverlayFolder folder, Fate fate, boolean onlyProposed) {
    PullRequest source = folder.record().facts().pullRequest();
    TreePath path = TreePath.of(OverlayFolder.path(id));
    switch (fate.of(policy, id, source.repository())) {
      case Answer.Goes(String reason) -> {
        if (!onlyProposed) {
          edits.put(id, new TreeEdit.Remove(path));
        }
        return new Item(id, "removed", reason, source);
      }
      case Answer.Unknown(Problem problem) -> problems.add(problem);
      case Answer.Stays ignored -> {}
    }
    if (onlyProposed || view.branch(id).isPresent()) {
      return new Item(id, "kept", "its own pull request is under way", source);
    }
    SortedMap<String, byte[]> fresh = render(id, folder);
    if (fresh.isEmpty() || Overlays.same(folder.files(), fresh)) {
      return new Item(id, "kept", "", source);
    }
    edits.put(id, new TreeEdit.Replace(path, fresh));
    return new Item(id, "rendered", "stale against the policy", source);
  }

  private SortedMap<String, byte[]> render(PreviewId id, OverlayFolder folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    policy
        .blueprint(id.app())
        .ifPresent(
            blueprint ->
                policy
                    .overlay(blueprint)
                    .files(folder.record().facts())
                    .forEach(
                        (name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8))));
    return files;
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

  /** Deletes the branches of previews that are gone, unless a pull request is to remove them. */
  void withdraw(RemoteRepository remote, List<Problem> failures) {
    List<Item> waiting = changes(Change.PULL_REQUEST);
    for (Item item : items) {
      if (item.isRemoval() && !waiting.contains(item)) {
        try {
          Optional<CommitSha> tip = view.branch(item.id());
          new Placement(remote, item.id(), tip).withdraw(false);
        } catch (ProblemsException e) {
          failures.addAll(e.problems());
        }
      }
    }
  }
}
