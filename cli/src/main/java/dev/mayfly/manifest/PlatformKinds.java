package dev.mayfly.manifest;

import java.util.List;

/** Every part that a platform set can have, what bounds the others first. */
final class PlatformKinds {
  static final List<PlatformKind> ALL =
      List.of(
          new AdmissionPolicyKind(),
          new AppProjectKind(),
          new ApplicationSetKind(),
          new WebhookKind(),
          new ScheduledBackupKind(),
          new GatewayKind(),
          new SecurityPolicyKind(),
          new CatchAllRouteKind(),
          new StorageKind(),
          new SourceClusterPatchKind(),
          new ArgoCdPatchKind(),
          new NotificationsKind(),
          new CodeOwnersKind());

  private PlatformKinds() {}
}
