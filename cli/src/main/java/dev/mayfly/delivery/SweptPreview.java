package dev.mayfly.delivery;

import dev.mayfly.delivery.Sweep.Answer;
import dev.mayfly.delivery.Sweep.Judge;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.Snapshot;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An overlay that a sweep looks at, and what its pull request says of it.
 *
 * @param repository where the pull request is, which may bear another name than is recorded
 */
record SweptPreview(PreviewId id, OverlayFolder folder, RepositoryName repository, Answer answer) {
  /** Asks about all of them, once they are read: the answers are what takes the time. */
  static List<SweptPreview> all(
      Policy policy, SortedMap<PreviewId, Snapshot> places, Judge judge, List<Problem> problems) {
    SortedMap<PreviewId, OverlayFolder> folders = new TreeMap<>();
    places.forEach((id, place) -> {
      try {
        OverlayFolder.read(place, id, policy.platform().name())
            .ifPresent(folder -> folders.put(id, folder));
      } catch (ProblemsException e) {
        problems.addAll(e.problems());
      }
    });
    List<Map.Entry<PreviewId, OverlayFolder>> read = List.copyOf(folders.entrySet());
    return Parallel.map(read, one -> ask(policy, one.getKey(), one.getValue(), judge));
  }

  private static SweptPreview ask(Policy policy, PreviewId id, OverlayFolder folder, Judge judge) {
    RepositoryName now = judge.present(policy, id, folder.facts().pullRequest().repository());
    return new SweptPreview(id, folder, now, judge.of(policy, id, now));
  }

  /** The pull request as it is recorded, but for the name of its repository. */
  PullRequest source() {
    return facts().pullRequest();
  }

  /** The facts as they are recorded, but for the same. */
  PreviewFacts facts() {
    return folder.facts().in(repository);
  }

  /**
   * That the pull request is at a commit which nobody has delivered: its event was lost, its run
   * failed or has not come that far. Empty where it is not so, or not known.
   *
   * @param delivered the newest commit that Git has of it
   */
  String behind(CommitSha delivered) {
    Optional<CommitSha> head =
        answer instanceof Answer.Stays(Optional<CommitSha> now) ? now : Optional.empty();
    return head.filter(it -> !it.equals(delivered))
        .map(it -> "its pull request is at `" + it.shortHex() + "`, which no run has delivered")
        .orElse("");
  }

  /** Nothing is said of one that could not be asked about. */
  LifeStage stage(LifeStage known) {
    return answer instanceof Answer.Unknown ? new LifeStage.Unknown() : known;
  }

  /** It is on the GitOps branch and stays. */
  Sweep.Item delivered(Policy policy, Effect effect, String reason, String note) {
    return new Sweep.Item(
        id,
        effect,
        reason,
        source(),
        stage(new LifeStage.Delivered(source().headSha(), policy.url(id), note)));
  }
}
