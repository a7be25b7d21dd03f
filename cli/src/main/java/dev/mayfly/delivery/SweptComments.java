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
import java.util.function.Function;
import java.util.function.Predicate;

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
    Map<PreviewId, Optional<Instant>> updated = updated(merged);
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
      e.problems().forEach(problem -> warnings.add(problem.asWarning()));
      return List.of();
    }
  }

  /**
   * When previews were last changed at their commit, by the merge of what a sweep proposed; empty
   * where the forge does not tell of one.
   */
  private static Map<PreviewId, Optional<Instant>> updated(List<Change> merged) {
    Map<PreviewId, Optional<Instant>> updated = new HashMap<>();
    for (Change change : merged) {
      for (PreviewId id : ChangeText.updates(change)) {
        updated.merge(
            id,
            change.mergedAt(),
            (one, other) -> one.flatMap(at -> other.map(it -> at.isAfter(it) ? at : it)));
      }
    }
    return updated;
  }

  private List<Problem> mend(
      Sweep.Item item,
      LifeStage found,
      boolean changed,
      Map<PreviewId, Optional<Instant>> updated) {
    List<Problem> warnings = new ArrayList<>();
    Optional<Deployment> stands =
        announcement.report(item.source(), item.id(), found, changed, warnings);
    Function<Deployment, Deployment.About> about =
        report ->
            updated.containsKey(item.id())
                ? report.about(updated.get(item.id()))
                : Deployment.About.WHAT_IS;
    if (stands.filter(it -> about.apply(it) == Deployment.About.WHAT_WAS).isPresent()) {
      stands = announcement.report(item.source(), item.id(), found, true, warnings);
    }
    // Where nobody tells what came first, it is delivered and no more is known.
    Predicate<Deployment> isOfNow = it -> about.apply(it) == Deployment.About.WHAT_IS;
    LifeStage stage =
        changed
            ? found
            : announcement
                .deployments()
                .known(item.source().repository(), item.id(), found, stands, isOfNow, warnings);
    announcement
        .comment(item.source().repository(), item.id(), stage, false)
        .ifPresent(warnings::add);
    return warnings;
  }
}
