package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Database;
import dev.mayfly.platform.PreviewNames.DatabaseNames;
import java.util.List;

/** An empty CloudNativePG cluster in the preview's own namespace. */
final class EphemeralDatabaseKind implements OverlayKind {
  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    if (!(blueprint.app().database().orElse(null) instanceof Database.Ephemeral own)) {
      return List.of();
    }
    DatabaseNames names = blueprint.names().database().orElseThrow();
    return List.of(
        templates.manifest(
            "database-cluster.yaml",
            TemplateName.OVERLAY_DATABASE_CLUSTER_EPHEMERAL,
            OverlayScope.instance(OverlayScope.database(blueprint, names), own.own())
                .put("database.name", names.database())
                .put("database.owner", names.owner())));
  }
}
