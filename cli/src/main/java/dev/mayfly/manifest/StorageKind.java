package dev.mayfly.manifest;

import dev.mayfly.platform.Storage.SnapshotClass;
import dev.mayfly.platform.Storage.StorageClass;
import java.util.ArrayList;
import java.util.List;

/** Storage classes whose volumes and snapshots go when a preview goes. */
final class StorageKind implements PlatformKind {
  @Override
  public List<PlatformFile> files(PlatformContext context) {
    List<PlatformFile> files = new ArrayList<>();
    for (StorageClass storage : context.platform().storage().classes()) {
      files.add(
          context.object(
              "storage-class-" + storage.name() + ".yaml",
              TemplateName.PLATFORM_STORAGE_CLASS,
              context
                  .scope()
                  .put("name", storage.name())
                  .put("provisioner", storage.provisioner())
                  .put("parameters", OverlayScope.optional(storage.parameters()))));
    }
    for (SnapshotClass snapshot : context.platform().storage().snapshotClasses()) {
      files.add(
          context.object(
              "volume-snapshot-class-" + snapshot.name() + ".yaml",
              TemplateName.PLATFORM_VOLUME_SNAPSHOT_CLASS,
              context
                  .scope()
                  .put("name", snapshot.name())
                  .put("driver", snapshot.driver())
                  .put("parameters", OverlayScope.optional(snapshot.parameters()))));
    }
    return files;
  }
}
