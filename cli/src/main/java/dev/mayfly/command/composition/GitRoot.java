package dev.mayfly.command.composition;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.lint.Finding;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names files as a forge knows them: from the top of the repository, wherever the program was
 * started. Looks for {@code .git} itself, since loading Git takes as long as judging hundreds of
 * files.
 */
public final class GitRoot {
  private GitRoot() {}

  /**
   * The findings with the names of their files as seen from the top of the Git repository, in the
   * order of these.
   *
   * @param base what the names are relative to
   */
  public static List<Finding> named(List<Finding> findings, Path base) {
    Path here = base.toAbsolutePath().normalize();
    Path root = around(here).orElse(null);
    if (root == null) {
      return findings;
    }
    Map<String, Source> known = new HashMap<>();
    return findings.stream()
        .map(finding -> {
          Location at = finding.location();
          Source source =
              known.computeIfAbsent(
                  at.file(), file -> new Source(name(file, here, root), at.source().text()));
          return finding.at(
              new Location(source, at.line(), at.column(), at.endLine(), at.endColumn()));
        })
        .sorted()
        .toList();
  }

  public static Optional<Path> around(Path folder) {
    Path root = folder;
    while (root != null && !Files.exists(root.resolve(".git"))) {
      root = root.getParent();
    }
    return Optional.ofNullable(root);
  }

  private static String name(String file, Path base, Path root) {
    try {
      Path path = base.resolve(file).normalize();
      return path.startsWith(root) && !file.startsWith("<")
          ? root.relativize(path).toString().replace(File.separatorChar, '/')
          : file;
    } catch (InvalidPathException e) {
      return file;
    }
  }
}
