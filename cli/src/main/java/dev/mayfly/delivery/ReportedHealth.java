package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.forge.Deployment;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.UntrustedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What was reported to the forge, as comments and {@code wait} read it there. */
public record ReportedHealth(Forge forge) implements HealthSource {
  private static final int LONGEST = 300;

  @Override
  public Witness witness() {
    return Witness.FORGE;
  }

  /** One preview, and what came of asking. */
  private record Asked(PreviewId id, Optional<PreviewStatus> status, Optional<Problem> problem) {}

  @Override
  public Health of(SortedMap<PreviewId, PullRequest> merged) {
    AtomicBoolean refused = new AtomicBoolean();
    Map<PreviewId, PreviewStatus> known = new HashMap<>();
    List<Problem> unknown = new ArrayList<>();
    for (Asked asked :
        Parallel.map(merged.entrySet(), one -> ask(one.getKey(), one.getValue(), refused))) {
      asked.status().ifPresent(status -> known.put(asked.id(), status));
      asked.problem().ifPresent(unknown::add);
    }
    return new Health(known, unknown);
  }

  /** Who does not answer once is not asked again. */
  private Asked ask(PreviewId id, PullRequest source, AtomicBoolean refused) {
    if (refused.get()) {
      return new Asked(id, Optional.empty(), Optional.empty());
    }
    try {
      return new Asked(
          id,
          forge
              .deployment(source.repository(), source.headSha(), Deployments.environment(id))
              .flatMap(ReportedHealth::status),
          Optional.empty());
    } catch (ForgeException e) {
      Problem problem = e.problem();
      return new Asked(
          id,
          Optional.empty(),
          refused.compareAndSet(false, true)
              ? Optional.of(
                  Problem.warning(
                      "health-unknown",
                      null,
                      "what was reported of previews is not known: " + problem.message(),
                      problem.hint()))
              : Optional.empty());
    }
  }

  private static Optional<PreviewStatus> status(Deployment reported) {
    String said = UntrustedText.clean(reported.said(), LONGEST);
    String words = said.isEmpty() ? "" : ": " + said;
    return switch (reported.state()) {
      case SUCCESS -> Optional.of(new PreviewStatus(PreviewState.LIVE, "is reported as live"));
      case FAILURE ->
          Optional.of(new PreviewStatus(PreviewState.FAILED, "is reported as failed" + words));
      case PENDING ->
          reported.isKnownByGit()
              ? Optional.empty()
              : Optional.of(
                  new PreviewStatus(PreviewState.DEPLOYING, "is reported as on its way" + words));
      case QUEUED, INACTIVE -> Optional.empty();
    };
  }
}
