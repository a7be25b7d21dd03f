package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.util.List;
import java.util.Optional;

/** Which app a delivery is about: the one that was named, or the only one of the repository. */
public record PreviewSelection(Optional<String> app) {

  /**
   * The app's blueprint.
   *
   * @throws ProblemsException when there is no such app, or the pull request is not in its
   *     repository
   */
  public Blueprint blueprint(Policy policy, PullRequest pullRequest) {
    List<Blueprint> candidates =
        policy.loaded().blueprints().stream()
            .filter(b -> app.isEmpty() || b.app().name().equals(app.get()))
            .toList();
    if (candidates.isEmpty()) {
      List<String> names = policy.platform().apps().stream().map(App::name).toList();
      throw Fault.CONFIGURATION.error(
          "unknown-app",
          "unknown app `" + app.orElse("") + "`",
          NearMiss.hint(app.orElse(""), names));
    }
    List<Blueprint> own =
        candidates.stream()
            .filter(b -> b.app().repository().equals(pullRequest.repository()))
            .toList();
    if (own.isEmpty()) {
      throw Fault.REFUSED.error(
          "foreign-repository",
          "the pull request is in `"
              + pullRequest.repository()
              + "`, which is not an app's repository",
          "only pull requests of an app's own repository can have a preview of it");
    }
    if (own.size() > 1) {
      throw Fault.CONFIGURATION.error(
          "several-apps",
          "`" + pullRequest.repository() + "` has " + own.size() + " apps",
          "name one with --app");
    }
    return own.getFirst();
  }

  /**
   * The blueprint for a removal. Empty when the platform lost the app, but holds a preview that it
   * recorded of this pull request.
   *
   * @throws ProblemsException as {@link #blueprint}
   */
  Optional<Blueprint> blueprintOrRecord(Policy policy, PullRequest pullRequest, GitOpsView view) {
    try {
      return Optional.of(blueprint(policy, pullRequest));
    } catch (ProblemsException e) {
      if (recorded(policy, pullRequest, view).isPresent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The preview of an app that is gone, known by its record. */
  Optional<PreviewId> recorded(Policy policy, PullRequest pullRequest, GitOpsView view) {
    return view.overlays().stream()
        .filter(id -> id.number().equals(pullRequest.number()))
        .filter(id -> app.isEmpty() || app.get().equals(id.app()))
        .filter(id -> policy.blueprint(id.app()).isEmpty())
        .filter(id ->
            OverlayFolder.read(view.snapshot(), id, policy.platform().name())
                .map(folder -> folder.facts().pullRequest().repository())
                .filter(pullRequest.repository()::equals)
                .isPresent())
        .findFirst();
  }

  /** The preview that is meant; empty where none can be. */
  public Optional<PreviewId> id(Policy policy, PullRequest pullRequest) {
    try {
      return Optional.of(id(blueprint(policy, pullRequest), pullRequest));
    } catch (ProblemsException e) {
      return Optional.empty();
    }
  }

  static PreviewId id(Blueprint blueprint, PullRequest pullRequest) {
    return new PreviewId(blueprint.app().name(), pullRequest.number());
  }
}
