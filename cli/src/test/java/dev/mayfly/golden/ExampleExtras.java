package dev.mayfly.golden;

import dev.mayfly.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files behind the extras that a platform lists: those of the shape that shows them. */
public final class ExampleExtras {
  private static final Path SHAPES = Path.of("examples/shapes");

  private ExampleExtras() {}

  public static Map<String, byte[]> of(Platform platform) {
    Map<String, byte[]> files = new TreeMap<>();
    platform.apps().stream()
        .flatMap(app -> app.extras().stream())
        .map(extra -> "extra/" + extra.name() + ".yaml")
        .forEach(path -> files.put(path, read(path)));
    return files;
  }

  private static byte[] read(String path) {
    try (Stream<Path> shapes = Files.list(SHAPES)) {
      return Files.readAllBytes(
          shapes
              .map(shape -> shape.resolve("templates").resolve(path))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
