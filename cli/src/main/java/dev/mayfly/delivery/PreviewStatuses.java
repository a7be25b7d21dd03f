package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where previews stand. Git is asked first: what it has not, or has at another commit than the
 * newest, cannot be live, whatever anybody says. Only of the rest health decides.
 */
record PreviewStatuses(
    SortedMap<PreviewId, Recorded> records,
    SortedMap<PreviewId, PreviewStatus> statuses,
    ListedHeads heads,
    List<Problem> unknown) {

  /** Finds out; records that cannot be read go to the problems. */
  static PreviewStatuses of(
      Delivery delivery,
      GitOpsView view,
      Collection<PreviewId> previews,
      StatusSources sources,
      List<Problem> problems) {
    Policy policy = view.policy();
    SortedMap<PreviewId, Recorded> merged = RecordedPreviews.merged(view, problems);
    SortedMap<PreviewId, Recorded> records = new TreeMap<>();
    SortedMap<PreviewId, PreviewStatus> statuses = new TreeMap<>();
    for (PreviewId id : previews) {
      Optional<Recorded> there = Optional.ofNullable(merged.get(id));
      Optional<Recorded> proposed =
          view.branch(id)
              .flatMap(tip -> RecordedPreviews.proposed(delivery.remote(), id, tip, problems));
      there.or(() -> proposed).ifPresent(record -> records.put(id, record));
      statuses.put(
          id,
          view.overlays().contains(id)
              ? merged(policy, id, there, proposed, isGoing(delivery.remote(), view, id))
              : PreviewStatus.of(
                  proposed.isPresent() ? PreviewState.WAITING : PreviewState.UNREADABLE));
    }
    List<PullRequest> recorded =
        records.values().stream().map(record -> record.facts().pullRequest()).toList();
    ListedHeads heads = ListedHeads.of(sources.forge(), recorded);
    SortedMap<PreviewId, PullRequest> asked = new TreeMap<>();
    statuses.replaceAll((id, status) -> {
      Optional<PullRequest> source =
          Optional.ofNullable(records.get(id))
              .map(record -> record.facts().pullRequest())
              .filter(it -> status.state() == PreviewState.DELIVERED)
              .filter(it -> policy.blueprint(id.app()).isPresent());
      Optional<PreviewStatus> moved = source.flatMap(heads::moved);
      if (moved.isEmpty()) {
        source.ifPresent(it -> asked.put(id, it));
      }
      return moved.orElse(status);
    });
    HealthSource.Health health = sources.health().of(asked);
    statuses.putAll(health.known());
    List<Problem> unknown = new ArrayList<>(heads.unknown());
    unknown.addAll(health.unknown());
    return new PreviewStatuses(records, statuses, heads, unknown);
  }

  private static PreviewStatus merged(
      Policy policy,
      PreviewId id,
      Optional<Recorded> there,
      Optional<Recorded> proposed,
      boolean going) {
    if (going) {
      return new PreviewStatus(PreviewState.GOING, "its removal waits to be merged");
    }
    if (there.isEmpty()) {
      return PreviewStatus.of(PreviewState.UNREADABLE);
    }
    CommitSha head = there.get().facts().pullRequest().headSha();
    Optional<CommitSha> newer =
        proposed
            .map(record -> record.facts().pullRequest().headSha())
            .filter(it -> !it.equals(head));
    if (newer.isPresent()) {
      return new PreviewStatus(
          PreviewState.STALE,
          "commit `" + newer.get().shortHex() + "` waits for its GitOps pull request");
    }
    return policy.blueprint(id.app()).isPresent()
        ? PreviewStatus.of(PreviewState.DELIVERED)
        : new PreviewStatus(PreviewState.DELIVERED, "its app is not in `mayfly.yaml` any more");
  }

  private static boolean isGoing(RemoteRepository remote, GitOpsView view, PreviewId id) {
    return view.branch(id).filter(tip -> !GitOpsView.holds(remote.fetch(tip), id)).isPresent();
  }
}
