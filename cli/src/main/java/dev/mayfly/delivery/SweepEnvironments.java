package dev.mayfly.delivery;

import dev.mayfly.delivery.Sweep.Item;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.RepositoryName;
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
    SweepRendering rendering,
    List<Item> items,
    SortedMap<PreviewId, TreeEdit> edits,
    List<Problem> problems) {

  /**
   * Decides.
   *
   * @param there the folders that the commit holds
   * @param decided what becomes of the previews of apps
   */
  static SweepEnvironments of(
      SweepRendering rendering, Snapshot found, SortedSet<PreviewId> there, List<Item> decided) {
    SweepEnvironments sweep =
        new SweepEnvironments(rendering, new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
    SortedSet<PreviewId> left = new TreeSet<>(there);
    decided.stream().filter(Item::isRemoval).map(Item::id).forEach(left::remove);
    for (Blueprint environment : rendering.policy().loaded().environments()) {
      sweep
          .of(environment, there)
          .forEach(folder ->
              Problems.collect(() -> sweep.decide(folder, found, left, decided), sweep.problems));
    }
    return sweep;
  }

  /** Those that are there, and those that apps need. */
  private List<EnvironmentFolder> of(Blueprint environment, SortedSet<PreviewId> there) {
    SortedSet<PreviewId> ids = new TreeSet<>();
    for (PreviewId id : there) {
      PreviewId place = rendering.policy().platform().place(id);
      if (place.app().equals(environment.app().name())) {
        ids.add(place);
      }
    }
    return ids.stream()
        .map(id -> new EnvironmentFolder(rendering.policy(), environment, id))
        .toList();
  }

  void addTo(
      List<Item> allItems, SortedMap<PreviewId, TreeEdit> allEdits, List<Problem> allProblems) {
    allItems.addAll(items);
    allEdits.putAll(edits);
    allProblems.addAll(problems);
  }

  private void decide(
      EnvironmentFolder folder, Snapshot found, SortedSet<PreviewId> left, List<Item> decided) {
    String platform = rendering.policy().platform().name();
    Optional<PreviewFacts> there =
        OverlayFolder.read(found, folder.id(), platform).map(SweepEnvironments::facts);
    Optional<PreviewId> first = left.stream().filter(folder::holds).findFirst();
    if (first.isEmpty()) {
      folder
          .remove(found, left)
          .ifPresent(edit ->
              add(folder, edit, Effect.REMOVED, "no app of it is left", there.orElseThrow()));
      return;
    }
    Optional<PreviewFacts> facts =
        there.or(
            () -> OverlayFolder.read(found, first.get(), platform).map(SweepEnvironments::facts));
    Optional<RepositoryName> repository =
        decided.stream()
            .filter(item -> item.id().equals(first.get()))
            .map(item -> item.source().repository())
            .findFirst();
    facts.ifPresent(it -> render(folder, found, it, repository, there.isPresent()));
  }

  private void render(
      EnvironmentFolder folder,
      Snapshot found,
      PreviewFacts facts,
      Optional<RepositoryName> repository,
      boolean existed) {
    PreviewFacts current = repository.map(facts::in).orElse(facts);
    PreviewFacts wanted = rendering.wanted(folder.id(), current);
    boolean retried = existed && wanted.attempt() != facts.attempt();
    String reason =
        existed ? SweepRendering.reason(facts, wanted, SweepRendering.STALE) : "it was missing";
    folder
        .bring(found, current, recorded -> wanted)
        .ifPresent(edit ->
            add(
                folder,
                edit,
                retried ? Effect.RETRIED : Effect.RENDERED,
                retried ? "Argo CD tries again" : reason,
                facts));
  }

  private static PreviewFacts facts(OverlayFolder folder) {
    return folder.record().facts();
  }

  private void add(
      EnvironmentFolder folder, TreeEdit edit, Effect effect, String reason, PreviewFacts facts) {
    items.add(new Item(folder.id(), effect, reason, facts.pullRequest(), new LifeStage.Unknown()));
    edits.put(folder.id(), edit);
  }
}
