package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.delivery.Sweep.Item;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.PullRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a sweep does to environments: one without an app goes, one that is missing or stale is
 * rendered. No pull request is asked for; their apps' have been.
 */
record SweepEnvironments(
    List<Item> items, SortedMap<PreviewId, TreeEdit> edits, List<Problem> problems) {

  /**
   * Decides.
   *
   * @param there the folders that the commit holds
   * @param decided what becomes of the previews of apps
   */
  static SweepEnvironments of(
      Policy policy, Snapshot found, SortedSet<PreviewId> there, List<Item> decided) {
    SweepEnvironments sweep =
        new SweepEnvironments(new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
    if (policy.loaded().environments().isEmpty()) {
      return sweep;
    }
    SortedSet<PreviewId> left = new TreeSet<>(there);
    decided.stream().filter(Item::isRemoval).map(Item::id).forEach(left::remove);
    for (Blueprint environment : policy.loaded().environments()) {
      SortedSet<PreviewId> wanted = new TreeSet<>();
      for (PreviewId id : there) {
        EnvironmentFolder.of(policy, id)
            .map(EnvironmentFolder::id)
            .filter(its -> its.app().equals(environment.app().name()))
            .ifPresent(wanted::add);
        if (id.app().equals(environment.app().name())) {
          wanted.add(id);
        }
      }
      wanted.forEach(
          id -> sweep.decide(new EnvironmentFolder(policy, environment, id), found, left));
    }
    return sweep;
  }

  void addTo(
      List<Item> allItems, SortedMap<PreviewId, TreeEdit> allEdits, List<Problem> allProblems) {
    allItems.addAll(items);
    allEdits.putAll(edits);
    allProblems.addAll(problems);
  }

  private void decide(EnvironmentFolder folder, Snapshot found, SortedSet<PreviewId> left) {
    try {
      PreviewId id = folder.id();
      String platform = folder.policy().platform().name();
      Optional<OverlayFolder> there = OverlayFolder.read(found, id, platform);
      Optional<PreviewId> first = left.stream().filter(folder::holds).findFirst();
      if (first.isEmpty()) {
        folder
            .remove(found, left)
            .ifPresent(
                edit ->
                    add(id, edit, "removed", "no app of it is left", facts(there.orElseThrow())));
        return;
      }
      Optional<PreviewFacts> facts =
          there
              .or(() -> OverlayFolder.read(found, first.get(), platform))
              .map(SweepEnvironments::facts);
      String reason = there.isPresent() ? "stale against the policy" : "it was missing";
      facts.ifPresent(
          it -> folder.bring(found, it).ifPresent(edit -> add(id, edit, "rendered", reason, it)));
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
    }
  }

  private static PreviewFacts facts(OverlayFolder folder) {
    return folder.record().facts();
  }

  private void add(PreviewId id, TreeEdit edit, String word, String reason, PreviewFacts facts) {
    PullRequest source = facts.pullRequest();
    items.add(new Item(id, word, reason, source));
    edits.put(id, edit);
  }
}
