package dev.mayfly.manifest;

import dev.mayfly.platform.App;
import dev.mayfly.platform.CloneDatabase;
import dev.mayfly.platform.CloneDatabase.Snapshot;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Periodic snapshots of a source cluster, for previews that clone the latest one. */
final class ScheduledBackupKind implements PlatformKind {
  @Override
  public List<PlatformFile> files(PlatformContext context) {
    SortedMap<String, PlatformFile> files = new TreeMap<>();
    for (App app : context.platform().apps()) {
      if (app.database().orElse(null) instanceof CloneDatabase clone
          && clone.snapshot() instanceof Snapshot.Latest latest
          && latest.schedule().isPresent()) {
        PlatformFile file = file(context, clone.source(), latest.schedule().get());
        files.putIfAbsent(file.path(), file);
      }
    }
    return List.copyOf(files.values());
  }

  private static PlatformFile file(
      PlatformContext context, CloneDatabase.Source source, String schedule) {
    return context.object(
        "scheduled-backup-" + source.namespace() + "-" + source.cluster() + ".yaml",
        TemplateName.PLATFORM_SCHEDULED_BACKUP,
        context
            .scope()
            .put("name", source.schedule())
            .put("source.namespace", source.namespace())
            .put("source.cluster", source.cluster())
            .put("schedule", schedule));
  }
}
