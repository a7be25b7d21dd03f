package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.RemotePullRequest;
import dev.mayfly.platform.Admission;
import dev.mayfly.platform.App;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest.Details;
import dev.mayfly.preview.PullRequest.State;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Choice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Reads each preview's own pull request. A 404 is no proof: it is also what a lost permission
 * gives.
 */
public record ForgeJudge(Forge forge, InstantSource clock) implements Sweep.Judge {

  @Override
  public Sweep.Answer of(Policy policy, PreviewId id, RepositoryName repository) {
    try {
      RemotePullRequest now = forge.read(repository, id.number());
      Optional<App> app = policy.platform().app(id.app());
      return app.isEmpty() ? ofLostApp(id, now) : answer(policy.platform().admission(), now);
    } catch (ForgeException e) {
      return new Sweep.Answer.Unknown(e.problem().about("the preview " + id + " is kept"));
    }
  }

  /**
   * Renamed is what the platform and the forge both say: the app has another repository now, and it
   * is the one that the old name leads to. Else the numbers could be those of other pull requests.
   */
  @Override
  public RepositoryName present(Policy policy, PreviewId id, RepositoryName recorded) {
    RepositoryName written = policy.platform().app(id.app()).map(App::repository).orElse(recorded);
    if (written.equals(recorded)) {
      return recorded;
    }
    try {
      forge.read(recorded, id.number());
      return recorded;
    } catch (ForgeException e) {
      return e.isMovedTo(written) ? written : recorded;
    }
  }

  private static Sweep.Answer ofLostApp(PreviewId id, RemotePullRequest now) {
    return now.pullRequest().details().state() == State.OPEN
        ? new Sweep.Answer.Unknown(
            Problem.warning(
                "unknown-app",
                null,
                "the preview `"
                    + id
                    + "` is of an unknown app, which the platform does not have any more",
                "bring the app back, or close the pull request"))
        : new Sweep.Answer.Goes(closed(now));
  }

  private static String closed(RemotePullRequest now) {
    return "its pull request is " + Choice.word(now.pullRequest().details().state());
  }

  private Sweep.Answer answer(Admission admission, RemotePullRequest now) {
    Details details = now.pullRequest().details();
    Set<String> labels = details.labels();
    if (details.state() != State.OPEN) {
      return new Sweep.Answer.Goes(closed(now));
    }
    Duration idle = Duration.between(now.updatedAt(), clock.instant());
    if (admission.expiry().filter(it -> it.isOver(labels, idle)).isPresent()) {
      return new Sweep.Answer.Goes("it was not touched for " + idle.toDays() + " days");
    }
    if (!admission.labels().missing(labels).isEmpty()) {
      return new Sweep.Answer.Goes("its label was taken off");
    }
    if (!details.targetBranch().isEmpty() && !admission.takesTarget(details.targetBranch())) {
      return new Sweep.Answer.Goes("it goes into another branch now");
    }
    return admission.labels().against(labels).isEmpty()
        ? new Sweep.Answer.Stays(Optional.of(now.pullRequest().headSha()))
        : new Sweep.Answer.Goes("it has a label that forbids it");
  }
}
