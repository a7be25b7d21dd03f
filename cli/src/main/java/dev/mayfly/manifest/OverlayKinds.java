package dev.mayfly.manifest;

import java.util.List;

/**
 * Every part that a preview can have. The list is the catalogue; its order is of no consequence.
 */
final class OverlayKinds {
  static final List<OverlayKind> ALL =
      List.of(
          new NamespaceKind(),
          new ResourceQuotaKind(),
          new LimitRangeKind(),
          new NetworkPolicyKind(),
          new DatabaseNetworkPolicyKind(),
          new BindingConfigKind(),
          new BindingSecretKind(),
          new DatabaseSecretKind(),
          new CloneDatabaseKind(),
          new SharedDatabaseKind(),
          new EphemeralDatabaseKind(),
          new MigrationCheckKind(),
          new HttpRouteKind(),
          new IngressKind(),
          new ExtraKind());

  private OverlayKinds() {}
}
