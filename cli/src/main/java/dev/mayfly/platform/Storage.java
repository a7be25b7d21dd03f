package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.List;
import java.util.Map;

/** Storage classes that the platform set brings along when asked. */
public record Storage(List<StorageClass> classes, List<SnapshotClass> snapshotClasses) {
  public Storage {
    classes = List.copyOf(classes);
    snapshotClasses = List.copyOf(snapshotClasses);
  }

  static Storage read(Fields storage) {
    return new Storage(
        storage.maps("classes", StorageClass::read),
        storage.maps("snapshotClasses", SnapshotClass::read));
  }

  /** A StorageClass whose volumes go with the preview. */
  public record StorageClass(String name, String provisioner, Map<String, String> parameters) {
    private static StorageClass read(Fields fields) {
      return new StorageClass(
          fields.text("name", Syntaxes.OBJECT_NAME),
          fields.text("provisioner", Syntaxes.OBJECT_NAME),
          fields.textMap("parameters", Syntaxes.PARAMETER, Syntaxes.PARAMETER));
    }
  }

  /** A VolumeSnapshotClass whose snapshots go with their Backup. */
  public record SnapshotClass(String name, String driver, Map<String, String> parameters) {
    private static SnapshotClass read(Fields fields) {
      return new SnapshotClass(
          fields.text("name", Syntaxes.OBJECT_NAME),
          fields.text("driver", Syntaxes.OBJECT_NAME),
          fields.textMap("parameters", Syntaxes.PARAMETER, Syntaxes.PARAMETER));
    }
  }
}
