package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every part that a preview can have. The list is the catalogue; its order is of no consequence.
 */
final class OverlayKinds {
  /** What bounds a namespace, and comes and goes with it. */
  private static final List<OverlayKind> OF_THE_NAMESPACE =
      List.of(new NamespaceKind(), new ResourceQuotaKind(), new LimitRangeKind());

  private static final List<OverlayKind> OF_THE_APP =
      List.of(
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

  static final List<OverlayKind> ALL =
      Stream.concat(OF_THE_NAMESPACE.stream(), OF_THE_APP.stream()).toList();

  private OverlayKinds() {}

  /** Of an environment each object has one owner: the environment itself, or one of its apps. */
  static List<OverlayKind> of(Blueprint blueprint) {
    if (blueprint.isEnvironment()) {
      return OF_THE_NAMESPACE;
    }
    return blueprint.isInEnvironment() ? OF_THE_APP : ALL;
  }
}
