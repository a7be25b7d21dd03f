package dev.mayfly.workspace;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Makes sure that files are new before the first of them is written. */
public final class NewFiles {
  private NewFiles() {}

  /** Those of the files that are there, as files that may stay; anything else is in the way. */
  public static List<String> present(Path root, Collection<String> paths) {
    return paths.stream()
        .filter(path -> taken(root, Path.of(path)).equals(path))
        .filter(path -> Files.isRegularFile(root.resolve(path), LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  /**
   * Refuses when anything stands where one of these files, or a folder above it, should be.
   *
   * @param hint what to do then
   * @throws dev.mayfly.diagnostic.ProblemsException (configuration) naming each of them
   */
  public static void require(Path root, Collection<String> paths, String hint) {
    Problems problems = new Problems();
    for (String path : paths) {
      String taken = taken(root, Path.of(path));
      if (!taken.isEmpty()) {
        problems.error(
            "exists",
            Location.ofFile(taken),
            "`" + taken + "` exists already, and nothing is overwritten",
            hint);
      }
    }
    problems.throwIfAny(Fault.CONFIGURATION);
  }

  private static String taken(Path root, Path path) {
    for (int names = 1; names < path.getNameCount(); names++) {
      Path folder = path.subpath(0, names);
      Path above = root.resolve(folder);
      if (Files.exists(above, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
        return folder.toString();
      }
    }
    return Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS) ? path.toString() : "";
  }
}
