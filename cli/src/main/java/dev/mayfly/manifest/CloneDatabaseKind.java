package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.CloneDatabase;
import dev.mayfly.platform.CloneDatabase.Snapshot;
import dev.mayfly.platform.PreviewNames.DatabaseNames;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A CloudNativePG cluster recovered from a volume snapshot of another. Its objects depend on the
 * pull request's number only: a push must never make a new clone.
 */
final class CloneDatabaseKind implements OverlayKind {
  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    if (!(blueprint.app().database().orElse(null) instanceof CloneDatabase clone)) {
      return List.of();
    }
    DatabaseNames names = blueprint.names().database().orElseThrow();
    List<Manifest> manifests = new ArrayList<>();
    if (clone.snapshot() instanceof Snapshot.OnDemand) {
      manifests.add(
          templates.manifest(
              "database-backup.yaml",
              TemplateName.OVERLAY_DATABASE_BACKUP,
              OverlayScope.database(blueprint, names)
                  .put("source.cluster", clone.source().cluster())));
    }
    manifests.add(
        templates.manifest(
            "database-cluster.yaml",
            TemplateName.OVERLAY_DATABASE_CLUSTER_CLONE,
            OverlayScope.instance(OverlayScope.database(blueprint, names), clone.own())
                .put("roles", disabledRoles(clone, templates))
                .put("recovery", recovery(clone, names, templates))));
    return manifests;
  }

  /** Every role but the owner keeps its production password in the snapshot; these must not. */
  private static Value disabledRoles(CloneDatabase clone, Templates templates) {
    if (clone.disableRoles().isEmpty()) {
      return Value.ABSENT;
    }
    List<Value> roles = new ArrayList<>();
    for (String role : clone.disableRoles()) {
      roles.add(
          templates.render(
              TemplateName.OVERLAY_DATABASE_DISABLED_ROLE, new Scope().put("role", role)));
    }
    return new Value.Items(roles);
  }

  /** A Backup is waited for and brings all its volumes; a bare snapshot is taken as it is. */
  private static Value recovery(CloneDatabase clone, DatabaseNames names, Templates templates) {
    Scope scope =
        new Scope().put("database.name", names.database()).put("database.owner", names.owner());
    if (clone.snapshot() instanceof Snapshot.NamedVolumeSnapshot volume) {
      return templates.render(
          TemplateName.OVERLAY_DATABASE_RECOVERY_VOLUME_SNAPSHOT,
          scope.put("volumeSnapshot", volume.volumeSnapshot()));
    }
    if (clone.snapshot() instanceof Snapshot.NamedBackup backup) {
      return fromBackup(scope, Text.of(backup.backup()), templates);
    }
    boolean latest = clone.snapshot() instanceof Snapshot.Latest;
    return fromBackup(scope, latest ? Text.of(new Fact.BackupName()) : names.object(), templates);
  }

  private static Value fromBackup(Scope scope, Text backup, Templates templates) {
    return templates.render(
        TemplateName.OVERLAY_DATABASE_RECOVERY_BACKUP, scope.put("backup", backup));
  }
}
