package dev.mayfly.platform;

import dev.mayfly.platform.Notifications.GitHubApp;
import dev.mayfly.yaml.Fields;

/** Reads {@code spec.argocd.notifications}. */
final class NotificationReader {
  private NotificationReader() {}

  static Notifications read(Fields written) {
    try (Fields notifications = written) {
      return new Notifications(
          notifications.text("secretKey", PlaceSyntaxes.NOTIFICATION_KEY, "mayfly-forge"),
          notifications.map("githubApp").map(NotificationReader::app),
          notifications.optionalText("url", Syntaxes.FORGE_URL),
          notifications.flag("comment", false));
    }
  }

  private static GitHubApp app(Fields written) {
    try (Fields app = written) {
      return new GitHubApp(
          app.text("id", Syntaxes.DIGITS), app.text("installation", Syntaxes.DIGITS));
    }
  }
}
