package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.forge.Change;
import dev.mayfly.forge.Deployment;
import dev.mayfly.preview.PreviewId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A look at every comment that a sweep passed. What one said may have become untrue with no event
 * of its pull request, such as when a GitOps one was merged or the cluster reported.
 */
record SweptComments(Announcement announcement) {
  /** Mends them; with the address of the pull request that the sweep itself waits for. */
  List<Problem> mend(Sweep.Swept swept, Optional<String> change) {
    List<Problem> warnings = new ArrayList<>();
    SortedSet<PreviewId> seen = new TreeSet<>();
    swept.items().forEach(item -> seen.add(item.id()));
    List<Change> merged = merged(warnings);
    Map<PreviewId, Instant> updated = updated(merged);
    Parallel.map(
            swept.items(),
            item ->
                item.isRemoval() && swept.proposal().contains(item)
                    ? mend(item, new LifeStage.Going(change), false, updated)
                    : mend(item, item.stage(), isDone(item, swept), updated))
        .forEach(warnings::addAll);
    warnings.addAll(new MergedRemovals(announcement).announce(merged, seen));
    return warnings;
  }

  /** What waits for a pull request changes nothing yet. */
  private static boolean isDone(Sweep.Item item, Sweep.Swept swept) {
    return item.effect() != Effect.KEPT && !swept.proposal().contains(item);
  }

  /** A courtesy, which must not keep the sweep from what it has left to do. */
  private List<Change> merged(List<Problem> warnings) {
    try {
      return announcement.proposals().mergedLately();
    } catch (ProblemsException e) {
      e.problems().forEach(problem -> warnings.add(Announcement.asWarning(problem)));
      return List.of();
    }
  }

  /** When previews were last changed at their commit, by the merge of what a sweep proposed. */
  private static Map<PreviewId, Instant> updated(List<Change> merged) {
    Map<PreviewId, Instant> updated = new HashMap<>();
    for (Change change : merged) {
      for (PreviewId id : ChangeText.updates(change)) {
        change
            .mergedAt()
            .ifPresent(
                at -> updated.merge(id, at, (one, other) -> one.isAfter(other) ? one : other));
      }
    }
    return updated;
  }

  private List<Problem> mend(
      Sweep.Item item, LifeStage found, boolean changed, Map<PreviewId, Instant> updated) {
    List<Problem> warnings = new ArrayList<>();
    Optional<Deployment> stands =
        announcement.report(item.source(), item.id(), found, changed, warnings);
    Instant merged = updated.getOrDefault(item.id(), Instant.MIN);
    if (stands.filter(it -> it.hadEndedBefore(merged)).isPresent()) {
      stands = announcement.report(item.source(), item.id(), found, true, warnings);
    }
    LifeStage stage =
        changed
            ? found
            : announcement
                .deployments()
                .known(item.source().repository(), item.id(), found, stands, warnings);
    announcement
        .comment(item.source().repository(), item.id(), stage, false)
        .ifPresent(warnings::add);
    return warnings;
  }
}
