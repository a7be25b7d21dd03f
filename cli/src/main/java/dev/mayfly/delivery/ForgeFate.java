package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.RemotePullRequest;
import dev.mayfly.platform.Admission;
import dev.mayfly.platform.App;
import dev.mayfly.preview.PullRequest.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads each preview's own pull request. A 404 is no proof: it is also what a lost permission
 * gives.
 */
public record ForgeFate(Forge forge, InstantSource clock) implements Sweep.Fate {

  @Override
  public Sweep.Answer of(Policy policy, PreviewId id) {
    Optional<App> app = policy.platform().app(id.app());
    if (app.isEmpty()) {
      return new Sweep.Answer.Unknown(
          Problem.warning(
              "unknown-app",
              null,
              "the preview " + id + " is of an app that the platform does not have any more",
              "bring the app back, or remove the folder by hand"));
    }
    try {
      return answer(policy.platform().admission(), forge.read(app.get().repository(), id.number()));
    } catch (ForgeException e) {
      Problem problem = e.problem();
      return new Sweep.Answer.Unknown(
          Problem.error(
              problem.id(),
              null,
              "the preview " + id + " is kept: " + problem.message(),
              problem.hint()));
    }
  }

  private Sweep.Answer answer(Admission admission, RemotePullRequest now) {
    State state = now.pullRequest().details().state();
    if (state != State.OPEN) {
      return new Sweep.Answer.Goes("its pull request is " + state.name().toLowerCase(Locale.ROOT));
    }
    if (admission.expiry().isPresent()
        && !now.pullRequest().details().labels().contains(admission.expiry().get().keepLabel())) {
      long idle = Duration.between(now.updatedAt(), clock.instant()).toDays();
      if (idle >= admission.expiry().get().idleDays()) {
        return new Sweep.Answer.Goes("it was not touched for " + idle + " days");
      }
    }
    return now.pullRequest().details().labels().containsAll(admission.labels().all())
        ? new Sweep.Answer.Stays()
        : new Sweep.Answer.Goes("its label was taken off");
  }
}
