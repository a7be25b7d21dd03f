package dev.mayfly.live;

import dev.mayfly.delivery.HealthSource;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.PreviewState;
import dev.mayfly.delivery.PreviewStatus;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * How previews fare by a listing of Applications, judged as {@code wait} judges them.
 *
 * @param remote the GitOps repository, for records at the commits that Argo CD compared with
 * @param listing reads it, looking for these
 */
public record ClusterHealth(
    Policy policy,
    RemoteRepository remote,
    Function<Collection<ApplicationJudge>, ListedApplications> listing)
    implements HealthSource {
  @Override
  public Witness witness() {
    return Witness.APPLICATIONS;
  }

  @Override
  public Health of(SortedMap<PreviewId, PullRequest> merged) {
    List<ApplicationJudge> judges = new ArrayList<>();
    merged.forEach((id, source) ->
        policy
            .blueprint(id.app())
            .ifPresent(blueprint ->
                judges.add(new ApplicationJudge(Wanted.of(blueprint, source), remote))));
    ListedApplications listed = listing.apply(judges);
    Map<PreviewId, PreviewStatus> known = new HashMap<>();
    List<Problem> unknown = new ArrayList<>();
    for (ApplicationJudge judge : judges) {
      PreviewId id = judge.wanted().id();
      try {
        known.put(id, status(listed.of(id)));
      } catch (ProblemsException e) {
        e.problems().forEach(problem -> unknown.add(problem.asWarning()));
      }
    }
    return new Health(known, unknown);
  }

  private static PreviewStatus status(Observation seen) {
    PreviewState state =
        switch (seen.stage()) {
          case WAITING -> PreviewState.DEPLOYING;
          case UNSEEN, UNANSWERED -> PreviewState.DELIVERED;
          case BEHIND, SUPERSEDED -> PreviewState.STALE;
          case GOING -> PreviewState.GOING;
          case DEGRADED -> PreviewState.DEGRADED;
          case LIVE -> PreviewState.LIVE;
          case FAILED -> PreviewState.FAILED;
        };
    boolean explained = state == PreviewState.DEGRADED || state == PreviewState.FAILED;
    String why =
        explained && !seen.troubles().isEmpty() ? "; " + words(seen.troubles().getFirst()) : "";
    return new PreviewStatus(state, seen.words() + why);
  }

  private static String words(Trouble trouble) {
    return trouble.object() + (trouble.message().isEmpty() ? "" : ": " + trouble.message());
  }
}
