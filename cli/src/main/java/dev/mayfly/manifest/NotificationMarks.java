package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Platform;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.Map;

/**
 * What an Application says for notifications: which it wants, and which commit of which repository
 * they are about. Of two sources {@code spec.source} names none, and a bundle from elsewhere does
 * not tell the pull request's commit at all.
 */
final class NotificationMarks {
  private NotificationMarks() {}

  static void put(Map<String, Value> annotations, Blueprint blueprint) {
    Platform platform = blueprint.platform();
    if (platform.argocd().notifications().isEmpty()) {
      return;
    }
    annotations.put("mayfly.dev/repository", Value.of(blueprint.app().repository().path()));
    annotations.put("mayfly.dev/head-sha", Value.of(Text.of(new Fact.HeadSha())));
    annotations.put("notifications.argoproj.io/subscriptions", Value.of(subscription(platform)));
  }

  /**
   * The form that takes names of any length (notifications-engine, {@code
   * pkg/subscriptions/annotations.go}): in the other the trigger and the service are part of the
   * annotation's key. The empty recipient is one; without it nobody is told.
   */
  private static String subscription(Platform platform) {
    String name = NotificationsKind.name(platform);
    return """
    - trigger: [%1$s-running, %1$s-live, %1$s-degraded, %1$s-failed]
      destinations:
        - service: %1$s
          recipients: [""]
    """
        .formatted(name);
  }
}
