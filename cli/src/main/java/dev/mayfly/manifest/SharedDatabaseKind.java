package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Database;
import dev.mayfly.platform.PreviewNames.DatabaseNames;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.List;

/**
 * A database and a role of the preview in a shared cluster. Waves go password, secret, role,
 * database; Argo CD deletes the other way round, after the workload has let go of its sessions.
 */
final class SharedDatabaseKind implements OverlayKind {
  /** The role's Secret, in the shared cluster's namespace. */
  static Text roleSecret(DatabaseNames names) {
    return names.object().plus("-role");
  }

  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    if (!(blueprint.app().database().orElse(null) instanceof Database.Shared)) {
      return List.of();
    }
    DatabaseNames names = blueprint.names().database().orElseThrow();
    Value owner = Value.of(names.owner());
    Value cluster = Value.of(names.cluster());
    Value secret = Value.of(roleSecret(names));
    return List.of(
        templates.manifest(
            "database-password.yaml",
            TemplateName.OVERLAY_DATABASE_PASSWORD,
            OverlayScope.database(blueprint, names)),
        templates.manifest(
            "database-role-secret.yaml",
            TemplateName.OVERLAY_DATABASE_ROLE_SECRET,
            OverlayScope.database(blueprint, names)
                .put("database.owner", owner)
                .put("secret", secret)),
        templates.manifest(
            "database-role.yaml",
            TemplateName.OVERLAY_DATABASE_ROLE,
            OverlayScope.database(blueprint, names)
                .put("database.cluster", cluster)
                .put("database.owner", owner)
                .put("secret", secret)),
        templates.manifest(
            "database.yaml",
            TemplateName.OVERLAY_DATABASE,
            OverlayScope.database(blueprint, names)
                .put("database.cluster", cluster)
                .put("database.name", names.database())
                .put("database.owner", owner)));
  }
}
