package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.forge.Deployment;
import java.util.ArrayList;
import java.util.List;
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
    Parallel.map(
            swept.items(),
            item ->
                item.isRemoval() && swept.proposal().contains(item)
                    ? mend(item, new LifeStage.Going(change), false)
                    : mend(item, item.stage(), isDone(item, swept)))
        .forEach(warnings::addAll);
    warnings.addAll(new MergedRemovals(announcement).announce(seen));
    return warnings;
  }

  /** What waits for a pull request changes nothing yet. */
  private static boolean isDone(Sweep.Item item, Sweep.Swept swept) {
    return !item.word().equals("kept") && !swept.proposal().contains(item);
  }

  private List<Problem> mend(Sweep.Item item, LifeStage found, boolean changed) {
    List<Problem> warnings = new ArrayList<>();
    Optional<Deployment> stands =
        announcement.report(item.source(), item.id(), found, changed, warnings);
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
