package dev.mayfly.manifest;

import dev.mayfly.platform.Storage;
import dev.mayfly.platform.Storage.DriverClass;
import dev.mayfly.template.Scope;
import java.util.ArrayList;
import java.util.List;

/** Storage classes whose volumes and snapshots go when a preview goes. */
final class StorageKind implements PlatformKind {
  @Override
  public List<PlatformFile> files(PlatformContext context) {
    Storage storage = context.platform().storage();
    List<PlatformFile> files = new ArrayList<>();
    for (DriverClass volumes : storage.classes()) {
      String file = "storage-class-" + volumes.name() + ".yaml";
      TemplateName template = TemplateName.PLATFORM_STORAGE_CLASS;
      files.add(context.object(file, template, scope(context, volumes, "provisioner")));
    }
    for (DriverClass snapshots : storage.snapshotClasses()) {
      String file = "volume-snapshot-class-" + snapshots.name() + ".yaml";
      TemplateName template = TemplateName.PLATFORM_VOLUME_SNAPSHOT_CLASS;
      files.add(context.object(file, template, scope(context, snapshots, "driver")));
    }
    return files;
  }

  private static Scope scope(PlatformContext context, DriverClass storage, String driver) {
    return context
        .scope()
        .put("name", storage.name())
        .put(driver, storage.driver())
        .put("parameters", OverlayScope.optional(storage.parameters()));
  }
}
