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
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a sweep does to environments: one without an app goes, one that is missing or stale is
 * rendered. No pull request is asked for; their apps' have been.
 */
record SweepEnvironments(
    SweepRendering rendering,
    Snapshot found,
    List<Item> items,
    SortedMap<PreviewId, TreeEdit> edits,
    List<Problem> problems) {

  /**
   * Decides, and adds it to what was decided of the previews of apps.
   *
   * @param there the folders that the commit holds
   */
  void decide(SortedSet<PreviewId> there) {
    SortedSet<PreviewId> left = new TreeSet<>(there);
    items.stream().filter(Item::isRemoval).map(Item::id).forEach(left::remove);
    for (Blueprint environment : rendering.policy().loaded().environments()) {
      of(environment, there)
          .forEach(folder -> Problems.collect(() -> decide(folder, left), problems));
    }
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

  private void decide(EnvironmentFolder folder, SortedSet<PreviewId> left) {
    String platform = rendering.policy().platform().name();
    Optional<PreviewFacts> there =
        OverlayFolder.read(found, folder.id(), platform).map(OverlayFolder::facts);
    Optional<PreviewId> first = left.stream().filter(folder::holds).findFirst();
    if (first.isEmpty()) {
      folder
          .remove(found, left)
          .ifPresent(edit ->
              add(folder, edit, Effect.REMOVED, "no app of it is left", there.orElseThrow()));
      return;
    }
    Optional<PreviewFacts> facts =
        there.or(() -> OverlayFolder.read(found, first.get(), platform).map(OverlayFolder::facts));
    Optional<RepositoryName> repository =
        items.stream()
            .filter(item -> item.id().equals(first.get()))
            .map(item -> item.source().repository())
            .findFirst();
    facts.ifPresent(it -> render(folder, it, repository, there.isPresent()));
  }

  private void render(
      EnvironmentFolder folder,
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

  private void add(
      EnvironmentFolder folder, TreeEdit edit, Effect effect, String reason, PreviewFacts facts) {
    items.add(new Item(folder.id(), effect, reason, facts.pullRequest(), new LifeStage.Unknown()));
    edits.put(folder.id(), edit);
  }
}
