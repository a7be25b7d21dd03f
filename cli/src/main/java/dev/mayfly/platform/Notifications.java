package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.Optional;

/**
 * What Argo CD reports to the forge by itself.
 *
 * @param secretKey the key of {@code argocd-notifications-secret} that holds the forge's token, at
 *     GitHub the app's private key
 * @param gitHubApp as whom it reports to GitHub
 * @param url where people look at Argo CD; without a final slash
 * @param comment whether it comments on the pull request too
 */
public record Notifications(
    String secretKey, Optional<GitHubApp> gitHubApp, Optional<String> url, boolean comment) {
  static Notifications read(Fields notifications) {
    return new Notifications(
        notifications.text("secretKey", PlaceSyntaxes.NOTIFICATION_KEY, "mayfly-forge"),
        notifications.map("githubApp", GitHubApp::read),
        notifications.optionalText("url", Syntaxes.FORGE_URL),
        notifications.flag("comment", false));
  }

  /** An app of GitHub and its installation at the owner of the repositories. */
  public record GitHubApp(String appId, String installationId) {
    private static GitHubApp read(Fields app) {
      return new GitHubApp(
          app.text("id", Syntaxes.DIGITS), app.text("installation", Syntaxes.DIGITS));
    }
  }
}
