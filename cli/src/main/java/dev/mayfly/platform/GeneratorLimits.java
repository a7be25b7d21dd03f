package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import java.util.List;
import java.util.Optional;

/** What Argo CD's pull request generator cannot do safely, or at all. */
final class GeneratorLimits implements PlatformChecks.Check {
  private static final String WAY_OUT = "use `gitops.delivery: overlay`";

  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    if (!platform.gitops().isGenerator()) {
      return;
    }
    checkForge(platform, where, problems);
    List<App> apps = platform.apps();
    for (int i = 0; i < apps.size(); i++) {
      checkApp(platform, apps.get(i), where.below("apps", i), problems);
      checkLabel(apps, i, where, problems);
    }
  }

  /** The label says nothing of an app: it would admit all of them, judged or not. */
  private static void checkLabel(
      List<App> apps, int index, SourcePositions where, Problems problems) {
    App app = apps.get(index);
    apps.subList(0, index).stream()
        .filter(other -> other.repository().equals(app.repository()))
        .findFirst()
        .ifPresent(other ->
            problems.error(
                "generator-one-label",
                where.of("apps", index, "repository"),
                "`admittedLabel` would admit a pull request to app `"
                    + other.name()
                    + "` and to `"
                    + app.name()
                    + "` at once",
                "keep to one app a repository, or " + WAY_OUT));
  }

  private static void checkForge(Platform platform, SourcePositions where, Problems problems) {
    if (!platform.admission().forks().isEmpty()) {
      problems.error(
          "generator-forks",
          where.of("admission", "forks"),
          "the pull request generator cannot tell a fork from the repository itself",
          "leave `forks` empty, or " + WAY_OUT);
    }
    unfit(platform.forge().kind(), where.of("forge", "kind")).ifPresent(problems::add);
  }

  private static Optional<Problem> unfit(ForgeSettings.Kind forge, Location at) {
    return switch (forge) {
      case GITHUB, GITLAB -> Optional.empty();
      case GITEA ->
          Optional.of(
              Problem.error(
                  "generator-gitea",
                  at,
                  "Argo CD reads one page of Gitea's pull requests and deletes the previews of the"
                      + " rest",
                  WAY_OUT));
      case NONE ->
          Optional.of(
              Problem.error(
                  "generator-without-forge",
                  at,
                  "the pull request generator needs a forge to ask",
                  "name the forge, or " + WAY_OUT));
    };
  }

  private static void checkApp(
      Platform platform, App app, SourcePositions where, Problems problems) {
    if (platform.forge().kind() == ForgeSettings.Kind.GITLAB && app.projectId().isEmpty()) {
      problems.error(
          "generator-gitlab-project",
          where.of("repository"),
          "app `" + app.name() + "` needs `projectId`: GitLab's webhook matches the number only",
          "add the project's number, or " + WAY_OUT);
    }
    if (!app.bundle().origin().isPullRequests()) {
      checkOrigin(app, where, problems);
    } else if (app.bundle().kind() != AppBundle.Kind.DIRECTORY) {
      for (int k = 0; k < app.images().size(); k++) {
        if (app.images().get(k).lock().isEmpty()) {
          problems.error(
              "generator-image-without-lock",
              where.of("images", k),
              "the generator knows no digests, so image `"
                  + app.images().get(k).id()
                  + "` needs a `lock`",
              "add the path of its lock file in the app's repository, or " + WAY_OUT);
        }
      }
    }
    if (app.cloneOfLatest().isPresent()) {
      problems.error(
          "generator-latest-snapshot",
          where.of("database", "snapshot", "from"),
          "`latest` is a name given for each preview, which the generator has no place for",
          "use `on-demand` or `named`, or " + WAY_OUT);
    }
  }

  /** Of a pull request the generator tells the number and the commit, and it keeps no record. */
  private static void checkOrigin(App app, SourcePositions where, Problems problems) {
    app.bundle()
        .origin()
        .followed()
        .ifPresent(followed ->
            problems.error(
                "generator-moving-revision",
                where.of("bundle", "from", "revision"),
                "what `"
                    + followed.revision()
                    + "` was when a preview was admitted is recorded nowhere, so it could move"
                    + " unseen",
                "write a commit, or " + WAY_OUT));
    if (!app.images().isEmpty()) {
      problems.error(
          "generator-bundle-elsewhere",
          where.of("images"),
          "the generator knows no digests, and a bundle that lies elsewhere does not see the lock"
              + " file of the pull request",
          WAY_OUT);
    }
  }
}
