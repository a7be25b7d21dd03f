package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of a forge it can do. */
class PlatformForgeTest {
  private static final PlatformCase REPORTS = PlatformCase.of("shapes/notifications");
  private static final String AT_ANOTHER_HOST =
      "gitops.repository: https://git.example.dev/acme/gitops.git";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gitops.name: acme/gitops |
          gitops.change: push |
          gitops.change: push && gitops.removal: pull-request | gitops-host gitops.repository
          gitops.branch: main | gitops-host gitops.repository
          forge.kind: none |
          """)
  void changesAreProposedWhereTheRepositoryIs(String change, String said) {
    PRIMITIVES.says(AT_ANOTHER_HOST + " && " + change, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          admission.authors: {teams: [a/b]} |
          admission.authors: {teams: [a/b/c]} | team-of-a-group admission.authors
          admission.authors: {teams: [a/b/c]} && forge.kind: gitlab |
          admission.authors: {organization: acme} && forge.kind: none | members-without-forge admission.authors
          admission.authors: [mara] && forge.kind: none |
          admission.forks: {teams: [a/b/c]} | team-of-a-group admission.forks
          admission.forks: {members: acme} && forge.kind: none | members-without-forge admission.forks
          forge.deployments: true |
          forge.deployments: true && forge.kind: none | deployments-without-forge forge.deployments
          """)
  void whoBelongsToWhomIsKnown(String change, String said) {
    PRIMITIVES.says(change, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          argocd.notifications.comment: false |
          argocd.notifications.githubApp: - | notifications-without-app argocd.notifications
          forge.kind: none | notifications-without-forge argocd.notifications
          forge.kind: gitlab && argocd.notifications: {url: "https://argocd.example.dev"} | notifications-other-forge argocd.notifications
          forge.kind: gitlab && argocd.notifications: {githubApp: {id: "1", installation: "2"}} | notifications-other-forge argocd.notifications
          forge.kind: gitlab && argocd.notifications: {comment: true} | notifications-comments argocd.notifications
          forge.kind: gitlab && argocd.notifications: {comment: false} |
          """)
  void argoCdReportsWhatItCan(String change, String said) {
    REPORTS.says(change, said);
  }

  @Test
  void appsOfOneRepositoryWouldShareAComment() {
    String second =
        "apps.1: {name: two, bundle: {kind: kustomize, path: two}, resources: [{group: apps, kind:"
            + " Deployment}], repository: ";
    REPORTS.says(second + "acme/web}", "notifications-one-comment argocd.notifications");
    REPORTS.says(second + "acme/two}", "");
    REPORTS.says(second + "acme/web} && argocd.notifications.comment: false", "");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          GITHUB, https://github.com, https://github.com/a/b/pull/7, -
          GITHUB, https://git.acme.dev, https://git.acme.dev/a/b/pull/7, https://git.acme.dev/api/v3/
          GITLAB, https://gitlab.com, https://gitlab.com/a/b/-/merge_requests/7, -
          GITEA, https://git.acme.dev, https://git.acme.dev/a/b/pulls/7, https://git.acme.dev
          NONE, https://git.acme.dev, -, -
          """)
  void aPullRequestHasAPage(ForgeSettings.Kind kind, String url, String page, String api) {
    ForgeSettings forge = new ForgeSettings(kind, url, Optional.empty(), false);
    RepositoryName repository = new RepositoryName("a/b");
    PullRequestNumber number = PullRequestNumber.parse("7").orElseThrow();
    assertThat(forge.page(repository, number).orElse(null)).isEqualTo(page);
    assertThat(forge.api().orElse(null)).isEqualTo(api);
    assertThat(page).isEqualTo(page == null ? null : kind.page(url, repository, number));
  }

  @Test
  void thereIsNoServiceOfGitea() {
    assertThat(PRIMITIVES.with("forge: {kind: gitea}").said()).contains("missing-field forge");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {kind: github} | https://github.com
          {kind: gitlab} | https://gitlab.com
          {kind: gitlab, url: "https://git.acme.dev"} | https://git.acme.dev
          """)
  void theServiceThatEverybodyMeans(String forge, String url) {
    assertThat(PRIMITIVES.with("gitops.change: push && forge: " + forge).platform().forge().url())
        .isEqualTo(url);
  }
}
