package dev.mayfly.manifest;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Platform;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;

/**
 * What an Application says for notifications: which it wants, and which commit of which repository
 * they are about. Of two sources {@code spec.source} names none, and a bundle from elsewhere does
 * not tell the pull request's commit at all.
 */
final class NotificationMarks {
  private NotificationMarks() {}

  /** The annotations of an Application with these beside them. */
  static Value.Fields put(Value.Fields annotations, Blueprint blueprint) {
    Platform platform = blueprint.platform();
    return platform.argocd().notifications().isEmpty()
        ? annotations
        : annotations
            .with("mayfly.dev/repository", blueprint.app().repository().path())
            .with("mayfly.dev/head-sha", Text.of(new Fact.HeadSha()))
            .with(ArgoMetadata.SUBSCRIPTIONS, subscription(platform));
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
