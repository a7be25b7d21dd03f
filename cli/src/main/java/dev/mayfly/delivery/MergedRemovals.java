package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.forge.Change;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.RepositoryName;
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
   * @param merged the pull requests that were merged lately
   * @param there the previews that are not gone
   */
  List<Problem> announce(List<Change> merged, Set<PreviewId> there) {
    SortedMap<PreviewId, Change> gone = new TreeMap<>();
    for (Change change : merged) {
      ChangeText.removals(change).stream()
          .filter(id -> !there.contains(id))
          .forEach(id -> gone.putIfAbsent(id, change));
    }
    List<Problem> warnings = new ArrayList<>();
    Parallel.map(gone.entrySet(), one -> say(one.getKey(), one.getValue()))
        .forEach(warnings::addAll);
    return warnings;
  }

  private List<Problem> say(PreviewId id, Change change) {
    LifeStage stage = new LifeStage.Gone("its removal was merged in " + change.url());
    List<Problem> warnings = new ArrayList<>();
    announcement
        .platform()
        .app(id.app())
        .ifPresent(app -> {
          ended(app.repository(), id, stage).ifPresent(warnings::add);
          announcement.comment(app.repository(), id, stage, false).ifPresent(warnings::add);
        });
    return warnings;
  }

  /** Reports the end of a preview whose pull request has to be asked for its commit. */
  private Optional<Problem> ended(RepositoryName repository, PreviewId id, LifeStage stage) {
    if (!announcement.platform().forge().deployments()) {
      return Optional.empty();
    }
    try {
      Optional<CommitSha> head =
          Optional.of(announcement.source().read(repository, id.number()).pullRequest().headSha());
      return announcement.deployments().report(repository, id, stage, head, false).warning();
    } catch (ForgeException e) {
      return Optional.of(e.problem().asWarning());
    }
  }
}
