package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.preview.RepositoryName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What only a forge can do, or not every forge. */
final class ForgeLimits implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    host(platform, where, problems);
    Admission admission = platform.admission();
    members(platform, admission.authors().groups(), where.of("admission", "authors"), problems);
    members(platform, admission.forks().groups(), where.of("admission", "forks"), problems);
    platform
        .argocd()
        .notifications()
        .ifPresent(
            it -> notifications(platform, it, where.of("argocd", "notifications"), problems));
    deployments(platform, where, problems);
  }

  /**
   * Where changes go through pull requests, the GitOps repository is at the forge: a branch for
   * which nobody can open one would wait for ever. Git may speak to another host than the web does.
   */
  private static void host(Platform platform, SourcePositions where, Problems problems) {
    ForgeSettings forge = platform.forge();
    GitOps gitops = platform.gitops();
    if (forge.kind() == ForgeSettings.Kind.NONE
        || !gitops.proposesChanges()
        || gitops.nameAt(forge).isPresent()) {
      return;
    }
    problems.error(
        "gitops-host",
        where.of("gitops", "repository"),
        "this address does not say what the repository is called at `" + forge.url() + "`",
        "give its name there as `gitops.name`, or use `change: push`");
  }

  /** Who belongs to a team or an organization is the forge's to say, in the forge's own terms. */
  private static void members(
      Platform platform, List<String> groups, Location at, Problems problems) {
    if (groups.isEmpty()) {
      return;
    }
    ForgeSettings.Kind forge = platform.forge().kind();
    if (forge == ForgeSettings.Kind.NONE) {
      problems.error(
          "members-without-forge",
          at,
          "the members of `" + groups.getFirst() + "` cannot be read, since there is no forge",
          "name people by their logins, or set `forge.kind`");
    } else if (forge != ForgeSettings.Kind.GITLAB) {
      groups.stream()
          .filter(group -> group.indexOf('/') != group.lastIndexOf('/'))
          .forEach(group ->
              problems.error(
                  "team-of-a-group",
                  at,
                  "`" + group + "` has groups within groups, which only GitLab knows",
                  "write `organization/team`, with the team's name as its address has it"));
    }
  }

  /** What Argo CD can report depends on the forge that it reports to. */
  private static void notifications(
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
      oneComment(platform.apps(), at, problems);
    }
  }

  /** The tag by which Argo CD finds its comment again is no template: it knows no app. */
  private static void oneComment(List<App> apps, Location at, Problems problems) {
    Set<RepositoryName> seen = new HashSet<>();
    apps.stream()
        .filter(app -> !seen.add(app.repository()))
        .findFirst()
        .ifPresent(app ->
            problems.error(
                "notifications-one-comment",
                at,
                "several apps are in `"
                    + app.repository()
                    + "`, and their reports would overwrite each other in one comment",
                "leave `comment` out; Mayfly keeps a comment for each preview"));
  }

  /** Mayfly reports what it delivers, to a forge. */
  private static void deployments(Platform platform, SourcePositions where, Problems problems) {
    if (!platform.forge().deployments()) {
      return;
    }
    if (platform.forge().kind() == ForgeSettings.Kind.NONE) {
      problems.error(
          "deployments-without-forge",
          where.of("forge", "deployments"),
          "there is no forge that Mayfly could report to",
          "set `forge.kind`, or leave `deployments` out");
    } else if (platform.gitops().isGenerator()) {
      problems.error(
          "deployments-by-generator",
          where.of("forge", "deployments"),
          "Argo CD's generator makes the previews, so Mayfly does not know when one comes or goes",
          "leave `deployments` out; `argocd.notifications` lets Argo CD report");
    }
  }
}
