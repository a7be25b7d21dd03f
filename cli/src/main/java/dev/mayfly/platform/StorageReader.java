package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code spec.storage}. */
final class StorageReader {
  private StorageReader() {}

  static Storage read(Fields spec) {
    try (Fields storage = spec.mapOrEmpty("storage")) {
      return new Storage(classes(storage), snapshotClasses(storage));
    }
  }

  private static List<Storage.StorageClass> classes(Fields storage) {
    List<Storage.StorageClass> classes = new ArrayList<>();
    for (Fields written : storage.maps("classes")) {
      try (Fields fields = written) {
        classes.add(
            new Storage.StorageClass(
                fields.text("name", Syntaxes.OBJECT_NAME),
                fields.text("provisioner", Syntaxes.OBJECT_NAME),
                fields.textMap("parameters", Syntaxes.PARAMETER, Syntaxes.PARAMETER)));
      }
    }
    return classes;
  }

  private static List<Storage.SnapshotClass> snapshotClasses(Fields storage) {
    List<Storage.SnapshotClass> classes = new ArrayList<>();
    for (Fields written : storage.maps("snapshotClasses")) {
      try (Fields fields = written) {
        classes.add(
            new Storage.SnapshotClass(
                fields.text("name", Syntaxes.OBJECT_NAME),
                fields.text("driver", Syntaxes.OBJECT_NAME),
                fields.textMap("parameters", Syntaxes.PARAMETER, Syntaxes.PARAMETER)));
      }
    }
    return classes;
  }
}
