package dev.mayfly.platform;

import java.util.List;
import java.util.Map;

/** Storage classes that the platform set brings along when asked. */
public record Storage(List<StorageClass> classes, List<SnapshotClass> snapshotClasses) {
  public Storage {
    classes = List.copyOf(classes);
    snapshotClasses = List.copyOf(snapshotClasses);
  }

  /** A StorageClass whose volumes go with the preview. */
  public record StorageClass(String name, String provisioner, Map<String, String> parameters) {}

  /** A VolumeSnapshotClass whose snapshots go with their Backup. */
  public record SnapshotClass(String name, String driver, Map<String, String> parameters) {}
}
