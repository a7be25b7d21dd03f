package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.platform.NamespacePolicy.Strategy;
import java.util.List;
import java.util.Optional;

/** What does not go together with apps that share a namespace. */
final class EnvironmentLimits implements PlatformChecks.Check {
  private static final String WAY_OUT = "or leave `environment` out";

  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    List<App> apps = platform.apps();
    for (int i = 0; i < apps.size(); i++) {
      if (apps.get(i).environment().isPresent()) {
        checkApp(platform, i, where, problems);
      }
    }
    if (apps.stream().anyMatch(app -> app.environment().isPresent())) {
      checkPlatform(platform, where, problems);
    }
  }

  private static void checkApp(
      Platform platform, int index, SourcePositions where, Problems problems) {
    App app = platform.apps().get(index);
    String environment = app.environment().orElseThrow();
    if (platform.app(environment).isPresent()) {
      problems.error(
          "environment-named-as-app",
          where.of("apps", index, "environment"),
          "`" + environment + "` is an app, and both would have the same folder and names",
          "give the environment another name");
    }
    Optional<App> elsewhere =
        platform.apps().stream()
            .limit(index)
            .filter(other -> other.environment().equals(app.environment()))
            .filter(other -> !other.repository().equals(app.repository()))
            .findFirst();
    elsewhere.ifPresent(other ->
        problems.error(
            "environment-of-two-repositories",
            where.of("apps", index, "repository"),
            "pull requests of `%s` and `%s` have numbers of their own, so apps `%s` and `%s` would meet in one namespace by chance"
                .formatted(other.repository(), app.repository(), other.name(), app.name()),
            "give each repository an environment of its own, " + WAY_OUT));
  }

  private static void checkPlatform(Platform platform, SourcePositions where, Problems problems) {
    if (platform.namespace().strategy() != Strategy.MANIFEST) {
      problems.error(
          "environment-namespace",
          where.of("namespace", "strategy"),
          platform.namespace().isShared()
              ? "all previews share one namespace already, so apps cannot share another one"
              : "Argo CD would make the namespace for each app, and delete it with the first that goes",
          "use `namespace.strategy: manifest`, " + WAY_OUT);
    }
    if (platform.gitops().isGenerator()) {
      problems.error(
          "generator-environment",
          where.of("gitops", "delivery"),
          "Argo CD's generator serves one app a repository, and an environment has several",
          "use `gitops.delivery: overlay`, " + WAY_OUT);
    } else if (platform.gitops().change() == Change.PULL_REQUEST
        || platform.gitops().removal() == Change.PULL_REQUEST) {
      boolean removal = platform.gitops().change() == Change.PUSH;
      problems.error(
          "environment-by-pull-request",
          where.of("gitops", removal ? "removal" : "change"),
          "pull requests of two apps of an environment would each bring or remove what they share",
          "use `gitops.change: push`" + (removal ? " for removals too, " : ", ") + WAY_OUT);
    }
  }
}
