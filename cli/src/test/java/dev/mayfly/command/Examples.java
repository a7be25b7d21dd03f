package dev.mayfly.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folders of {@code examples/} that are GitOps repositories. */
public final class Examples {
  public static final Path HOME = Path.of("examples").toAbsolutePath();

  private Examples() {}

  /** Those of the contract by their name, the shapes as {@code shapes/NAME}. */
  public static TreeSet<String> names() {
    try (Stream<Path> folders = Files.walk(HOME, 2)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("mayfly.yaml")))
          .map(folder -> HOME.relativize(folder).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of an example's {@code mayfly.yaml}. */
  public static String platform(String name) {
    try {
      return Files.readString(HOME.resolve(name).resolve("mayfly.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies an example, so that a test may change it. */
  public static Path copy(String name, Path to) {
    return copyTree(HOME.resolve(name), to);
  }

  /** Copies a folder with everything in it. */
  static Path copyTree(Path from, Path to) {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to;
  }
}
