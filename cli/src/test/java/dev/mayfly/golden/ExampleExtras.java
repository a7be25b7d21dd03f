package dev.mayfly.golden;

import dev.mayfly.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files behind the extras that a platform lists: those of the example that shows them. */
final class ExampleExtras {
  private static final Path FILES = Path.of("examples/shapes/extra-objects/templates");

  private ExampleExtras() {}

  static Map<String, byte[]> of(Platform platform) {
    Map<String, byte[]> files = new TreeMap<>();
    platform.apps().stream()
        .flatMap(app -> app.extras().stream())
        .map(extra -> "extra/" + extra.name() + ".yaml")
        .forEach(path -> files.put(path, read(FILES.resolve(path))));
    return files;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
