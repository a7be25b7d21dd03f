package dev.mayfly.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a folder, sorted; links are not followed. */
final class FolderListing {
  private FolderListing() {}

  /** Its own entries; none where there is no such folder, or a link in its place. */
  static List<Path> of(Path folder) {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) ? listed(folder, false) : List.of();
  }

  /** Itself, be it a link or a file, and all below it. */
  static List<Path> whole(Path folder) {
    return Files.exists(folder, LinkOption.NOFOLLOW_LINKS) ? listed(folder, true) : List.of();
  }

  private static List<Path> listed(Path folder, boolean deep) {
    try (Stream<Path> paths = deep ? Files.walk(folder) : Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A path from a folder above it, with {@code /} between names. */
  static String name(Path above, Path path) {
    return above.relativize(path).toString().replace('\\', '/');
  }
}
