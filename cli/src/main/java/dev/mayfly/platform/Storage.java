package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.List;
import java.util.Map;

/** Storage classes that the platform set brings along when asked. */
public record Storage(List<DriverClass> classes, List<DriverClass> snapshotClasses) {
  public Storage {
    classes = List.copyOf(classes);
    snapshotClasses = List.copyOf(snapshotClasses);
  }

  static Storage read(Fields storage) {
    return new Storage(
        storage.maps("classes", it -> DriverClass.read(it, "provisioner")),
        storage.maps("snapshotClasses", it -> DriverClass.read(it, "driver")));
  }

  /** A class of volumes that go with the preview, or of snapshots that go with their Backup. */
  public record DriverClass(String name, String driver, Map<String, String> parameters) {
    private static DriverClass read(Fields fields, String driver) {
      return new DriverClass(
          fields.text("name", Syntaxes.OBJECT_NAME),
          fields.text(driver, Syntaxes.OBJECT_NAME),
          fields.textMap("parameters", Syntaxes.PARAMETER, Syntaxes.PARAMETER));
    }
  }
}
