package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.forge.Change;
import dev.mayfly.platform.App;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Previews that went with the merge of a GitOps pull request. Git knows nothing of them any more,
 * so only the pull requests that were merged lately tell whose comment still says that it goes.
 */
record MergedRemovals(Announcement announcement) {
  /**
   * Says that they are gone where something else is said.
   *
   * @param there the previews that are not gone
   */
  List<Problem> announce(Set<PreviewId> there) {
    SortedMap<PreviewId, Change> gone = new TreeMap<>();
    try {
      for (Change change : announcement.proposals().mergedLately()) {
        ChangeText.removals(change).stream()
            .filter(id -> !there.contains(id))
            .forEach(id -> gone.putIfAbsent(id, change));
      }
    } catch (ProblemsException e) {
      // A courtesy, which must not keep the sweep from what it has left to do.
      return e.problems().stream().map(Announcement::asWarning).toList();
    }
    List<Problem> warnings = new ArrayList<>();
    Parallel.map(gone.entrySet(), one -> say(one.getKey(), one.getValue()))
        .forEach(warning -> warning.ifPresent(warnings::add));
    return warnings;
  }

  private Optional<Problem> say(PreviewId id, Change change) {
    Optional<App> app = announcement.platform().app(id.app());
    LifeStage stage = new LifeStage.Gone("its removal was merged in " + change.url());
    return app.flatMap(it -> announcement.comment(it.repository(), id, stage, false));
  }
}
