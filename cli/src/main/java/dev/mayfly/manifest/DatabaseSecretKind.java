package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Database;
import dev.mayfly.platform.PreviewNames.DatabaseNames;
import dev.mayfly.template.Text;
import java.util.List;

/**
 * The preview's own copy of the connection, where CloudNativePG makes none: for a database in
 * another namespace, or in a shared cluster.
 */
final class DatabaseSecretKind implements OverlayKind {
  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    if (!blueprint.bringsDatabaseSecret()) {
      return List.of();
    }
    Database database = blueprint.app().database().orElseThrow();
    DatabaseNames names = blueprint.names().database().orElseThrow();
    Text source =
        database instanceof Database.Shared
            ? SharedDatabaseKind.roleSecret(names)
            : DatabaseNames.clusterSecret(names.cluster());
    return List.of(
        templates.manifest(
            "bindings-database.yaml",
            TemplateName.OVERLAY_BINDINGS_DATABASE,
            OverlayScope.store(
                    OverlayScope.labelled(blueprint), database.credentials().orElseThrow())
                .put("database.secret", names.secret())
                .put("database.name", names.database())
                .put("database.host", names.serviceHost())
                .put("source.secret", source)));
  }
}
