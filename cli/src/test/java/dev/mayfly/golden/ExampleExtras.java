package dev.mayfly.golden;

import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files behind the extras that a platform lists: those of a shape that shows them. */
public final class ExampleExtras {
  private static final Path SHAPES = Path.of("examples/shapes");
  private static final Pattern SECRET = Pattern.compile("[$][{]preview[.]secrets[.]([a-z-]+)[}]");

  private ExampleExtras() {}

  public static Map<String, byte[]> of(Platform platform) {
    Map<String, byte[]> files = new TreeMap<>();
    for (App app : platform.apps()) {
      app.extras().forEach(extra -> read(app, "extra/" + extra.name() + ".yaml", files));
    }
    return files;
  }

  /** Two shapes have a file of one name, and it is the one whose Secrets the app has. */
  private static void read(App app, String path, Map<String, byte[]> files) {
    List<String> secrets = app.bindings().secrets().stream().map(it -> it.name()).toList();
    try (Stream<Path> shapes = Files.list(SHAPES)) {
      for (Path shape : shapes.sorted().toList()) {
        Path file = shape.resolve("templates").resolve(path);
        if (Files.exists(file)
            && SECRET
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult it) -> it.group(1))
                .allMatch(secrets::contains)) {
          files.putIfAbsent(path, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
