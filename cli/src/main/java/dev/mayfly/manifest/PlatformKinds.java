package dev.mayfly.manifest;

import java.util.List;

/** Every part that a platform set can have. The list is the catalogue. */
final class PlatformKinds {
  static final List<PlatformKind> ALL =
      List.of(
          new AppProjectKind(),
          new ApplicationSetKind(),
          new AdmissionPolicyKind(),
          new WebhookKind(),
          new ScheduledBackupKind(),
          new GatewayKind(),
          new SecurityPolicyKind(),
          new StorageKind(),
          new SourceClusterPatchKind(),
          new ArgoCdPatchKind(),
          new CodeOwnersKind());

  private PlatformKinds() {}
}
