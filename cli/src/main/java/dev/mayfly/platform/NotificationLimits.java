package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.preview.RepositoryName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Argo CD can report depends on the forge that it reports to. */
final class NotificationLimits implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    platform
        .argocd()
        .notifications()
        .ifPresent(
            notifications ->
                check(platform, notifications, where.of("argocd", "notifications"), problems));
  }

  private static void check(
      Platform platform, Notifications notifications, Location at, Problems problems) {
    ForgeSettings.Kind forge = platform.forge().kind();
    if (forge == ForgeSettings.Kind.NONE) {
      problems.error(
          "notifications-without-forge",
          at,
          "there is no forge that Argo CD could report to",
          "set `forge.kind`, or leave `notifications` out");
    } else if (forge == ForgeSettings.Kind.GITHUB && notifications.gitHubApp().isEmpty()) {
      problems.error(
          "notifications-without-app",
          at,
          "Argo CD reports to GitHub as an app only, and `githubApp` names none",
          "write `githubApp: {id: \"...\", installation: \"...\"}`");
    } else if (forge != ForgeSettings.Kind.GITHUB
        && (notifications.gitHubApp().isPresent() || notifications.url().isPresent())) {
      problems.error(
          "notifications-other-forge",
          at,
          "`githubApp` and `url` say nothing: the forge is not GitHub",
          "leave them out; a commit status links the preview");
    } else if (forge != ForgeSettings.Kind.GITHUB && notifications.comment()) {
      problems.error(
          "notifications-comments",
          at,
          "Argo CD cannot change a comment of its own at this forge: each report would be a new one",
          "leave `comment` out; Mayfly keeps one comment up to date");
    } else if (notifications.comment()) {
      checkOneComment(platform.apps(), at, problems);
    }
  }

  /** The tag by which Argo CD finds its comment again is no template: it knows no app. */
  private static void checkOneComment(List<App> apps, Location at, Problems problems) {
    Set<RepositoryName> seen = new HashSet<>();
    apps.stream()
        .filter(app -> !seen.add(app.repository()))
        .findFirst()
        .ifPresent(
            app ->
                problems.error(
                    "notifications-one-comment",
                    at,
                    "several apps are in `"
                        + app.repository()
                        + "`, and their reports would overwrite each other in one comment",
                    "leave `comment` out; Mayfly keeps a comment for each preview"));
  }
}
