package dev.mayfly.command;

import static dev.mayfly.command.ErrorCase.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Reports that Argo CD could send to nobody, or not as asked. */
class NotificationErrorsTest {
  private static final String EXAMPLE = "shapes/notifications";
  private static final String ASKED =
      "{githubApp: {id: \"4711\", installation: \"815\"}, url: https://argocd.example.dev, comment: true}";
  private static final String GITHUB = "{kind: github, url: https://github.com}";
  private static final String GITEA = "{kind: gitea, url: https://github.com}";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> notifications() {
    return ErrorCase.tests(
        "notifications",
        temp,
        List.of(
            platform("without-app", EXAMPLE, ASKED, "{url: https://argocd.example.dev}"),
            platform("half-an-app", EXAMPLE, ", installation: \"815\"", ""),
            platform("key-with-dots", EXAMPLE, ASKED, "{secretKey: forge.token}"),
            platform("app-of-another-forge", EXAMPLE, GITHUB, GITEA),
            platform(
                "comment-of-another-forge",
                EXAMPLE,
                scenario -> scenario.edit(GITHUB, GITEA).edit(ASKED, "{comment: true}")),
            platform(
                "without-forge",
                EXAMPLE,
                scenario ->
                    scenario
                        .edit(GITHUB, "{kind: none}")
                        .edit("change: pull-request", "change: push")
                        .edit(
                            "repository: acme/web",
                            "repository: acme/web\n      repositoryUrl: https://git.example.dev/acme/web.git")),
            platform(
                "one-comment",
                EXAMPLE,
                "  apps:\n",
                "  apps:\n    - {name: api, repository: acme/web, bundle: {kind: directory, path: api}}\n")));
  }

  @TestFactory
  Stream<DynamicTest> deployments() {
    return ErrorCase.tests(
        "deployments",
        temp,
        List.of(
            platform(
                "without-forge",
                "shapes/extra-objects",
                scenario ->
                    scenario
                        .edit(GITHUB, "{kind: none, deployments: true}")
                        .edit("change: pull-request", "change: push")
                        .edit(
                            "repository: acme/web",
                            "repository: acme/web\n      repositoryUrl: https://git.example.dev/acme/web.git")),
            platform(
                "by-generator",
                "monolith",
                "url: https://github.com",
                "url: https://github.com\n    deployments: true")));
  }
}
