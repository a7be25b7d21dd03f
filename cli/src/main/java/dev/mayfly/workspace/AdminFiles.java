package dev.mayfly.workspace;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The committed files that {@code render platform} writes: {@code platform/} and baseline charts.
 */
public final class AdminFiles {
  private AdminFiles() {}

  /** Their texts by path in the repository. */
  public static SortedMap<String, String> read(Path root) {
    SortedMap<String, String> files = new TreeMap<>();
    collect(root, root.resolve("platform"), files);
    Path previews = root.resolve("previews");
    if (Files.isDirectory(previews, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> apps = Files.list(previews)) {
        apps.sorted().forEach(app -> collect(root, app.resolve("baseline"), files));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  private static void collect(Path root, Path folder, SortedMap<String, String> files) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .forEach(
              path -> {
                String name = root.relativize(path).toString().replace('\\', '/');
                byte[] bytes = BoundedFile.read(path, name, Budget.ADMIN, Fault.CONFIGURATION);
                files.put(name, new String(bytes, StandardCharsets.UTF_8));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
