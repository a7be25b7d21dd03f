package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Database;
import dev.mayfly.platform.NamespacePolicy.ApiServer;
import dev.mayfly.platform.PreviewNames.DatabaseNames;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way to the preview's database, and around a cluster of its own a wall: a physical clone still
 * holds subscriptions and foreign servers of its source, which must reach nothing.
 */
final class DatabaseNetworkPolicyKind implements OverlayKind {
  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    Optional<DatabaseNames> names = blueprint.names().database();
    if (names.isEmpty()) {
      return List.of();
    }
    List<Manifest> policies = new ArrayList<>();
    policies.add(
        templates.manifest(
            "network-policy-database.yaml",
            TemplateName.OVERLAY_NETWORK_POLICY_DATABASE,
            OverlayScope.labelled(blueprint)
                .put("name", blueprint.objectName("database"))
                .put("pods", OverlayScope.pods(blueprint))
                .put("database.namespace", names.get().namespace())
                .put("database.cluster", names.get().cluster())));
    if (!(blueprint.app().database().orElseThrow() instanceof Database.Shared)) {
      policies.add(wall(blueprint, names.get(), templates));
    }
    return policies;
  }

  private static Manifest wall(Blueprint blueprint, DatabaseNames names, Templates templates) {
    ApiServer api = blueprint.platform().namespace().apiServer();
    return templates.manifest(
        "network-policy-database-cluster.yaml",
        TemplateName.OVERLAY_NETWORK_POLICY_DATABASE_CLUSTER,
        OverlayScope.dns(
                OverlayScope.database(blueprint, names), blueprint.platform().namespace().dns())
            .put("pods", OverlayScope.pods(blueprint))
            .put("apiServer.cidr", api.cidr())
            .put("apiServer.except", TrafficPolicies.metadata(api.cidr()))
            .put("apiServer.port", new Value.Num(api.port())));
  }
}
