package dev.mayfly.command.option;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.util.List;

/** The option that says which app is meant, where that is not plain. */
public final class AppOptions {
  public static final ValueOption<String> APP =
      ValueOption.text("--app", "NAME", "the app; needed when the repository has several");

  private AppOptions() {}

  /** The app that a pull request is about: the one named, or the only one of its repository. */
  public static Blueprint blueprint(
      Invocation invocation, PullRequest pullRequest, LoadedPlatform loaded) {
    Blueprint blueprint = blueprint(invocation, pullRequest.repository(), loaded);
    requireSameRepository(pullRequest.repository(), blueprint.app());
    return blueprint;
  }

  private static Blueprint blueprint(
      Invocation invocation, RepositoryName repository, LoadedPlatform loaded) {
    if (APP.isGivenIn(invocation)) {
      return named(invocation, loaded);
    }
    List<Blueprint> candidates =
        loaded.blueprints().stream()
            .filter(blueprint -> blueprint.app().repository().equals(repository))
            .toList();
    if (candidates.size() == 1) {
      return candidates.getFirst();
    }
    throw candidates.isEmpty()
        ? foreignRepository(repository, "the repository of no app")
        : UsageErrors.usage(
            "`" + repository + "` has " + candidates.size() + " apps", "name one with `--app`");
  }

  /** The app that {@code --app} names, or the only one. */
  public static Blueprint named(Invocation invocation, LoadedPlatform loaded) {
    List<String> names = loaded.blueprints().stream().map(b -> b.app().name()).toList();
    if (!APP.isGivenIn(invocation) && names.size() > 1) {
      throw UsageErrors.usage(
          "the platform has " + names.size() + " apps", "name one with `--app`");
    }
    String name = APP.in(invocation).orElse(names.getFirst());
    return loaded
        .blueprint(name)
        .filter(blueprint -> !blueprint.isEnvironment())
        .orElseThrow(
            () -> UsageErrors.usage("unknown app `" + name + "`", NearMiss.hint(name, names)));
  }

  private static void requireSameRepository(RepositoryName repository, App app) {
    if (!repository.equals(app.repository())) {
      throw foreignRepository(repository, "not the one of app `" + app.name() + "`");
    }
  }

  private static ProblemsException foreignRepository(RepositoryName repository, String what) {
    return Fault.REFUSED.error(
        "foreign-repository",
        "the pull request is in `" + repository + "`, which is " + what,
        "only pull requests of an app's own repository can have a preview of it");
  }
}
