package dev.mayfly.live;

import dev.mayfly.forge.Deployment;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.live.Observation.Stage;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.preview.UntrustedText;
import java.util.List;
import java.util.Optional;

/** What the cluster reported to the forge about the commit; see {@code argocd.notifications}. */
public final class ForgeReport implements Witness {
  private final Forge forge;
  private final RepositoryName repository;
  private final CommitSha commit;
  private final String environment;
  private final boolean expected;
  private boolean silent;

  /**
   * @param expected whether the platform has the cluster report; others may all the same
   */
  public ForgeReport(
      Forge forge,
      RepositoryName repository,
      CommitSha commit,
      String environment,
      boolean expected) {
    this.forge = forge;
    this.repository = repository;
    this.commit = commit;
    this.environment = environment;
    this.expected = expected;
  }

  @Override
  public Observation look() {
    try {
      // What Mayfly wrote there may have been overtaken since, and says no more than Git does.
      Optional<Deployment> report =
          forge
              .deployment(repository, commit, environment)
              .filter(it -> it.state() == Deployment.State.INACTIVE || !it.isKnownByGit());
      silent = report.isEmpty();
      return report
          .map(ForgeReport::sighting)
          .orElseGet(
              () -> Observation.of(Stage.UNSEEN, "has no report of the cluster at the forge yet"));
    } catch (ForgeException e) {
      return switch (e.kind()) {
        case UNREACHABLE, RATE_LIMITED ->
            Observation.of(Stage.UNANSWERED, "is not known: " + e.getMessage());
        default -> throw e.endsCommand();
      };
    }
  }

  /** Argo CD that lacks the key tells nobody but its own log. */
  @Override
  public List<Trouble> explain() {
    if (!silent) {
      return List.of();
    }
    String hint =
        expected
            ? "see that `argocd-notifications-secret` holds the key, what the notifications"
                + " controller logs, and that the patch is applied"
            : "it is not in `mayfly.yaml`: set it, or have Argo CD asked by `ARGOCD_SERVER` and"
                + " `ARGOCD_AUTH_TOKEN`";
    return List.of(
        new Trouble(
            "argocd.notifications",
            expected ? "silent" : "not set",
            "the cluster has reported nothing of this commit",
            hint));
  }

  private static Observation sighting(Deployment deployment) {
    String said = UntrustedText.clean(deployment.said(), 300);
    String words = ApplicationJudge.said(deployment.said());
    return switch (deployment.state()) {
      case QUEUED, PENDING -> Observation.of(Stage.WAITING, "is reported as on its way" + words);
      case SUCCESS -> Observation.of(Stage.LIVE, "is reported as live" + words);
      case INACTIVE -> Observation.of(Stage.SUPERSEDED, "is reported as no longer in use" + words);
      // One word for a sync that ended and for an object that may yet recover.
      case FAILURE ->
          new Observation(
              Stage.DEGRADED,
              "is reported as failed" + words,
              said.isEmpty() ? List.of() : List.of(Trouble.of("Application", "failed", said)));
    };
  }
}
