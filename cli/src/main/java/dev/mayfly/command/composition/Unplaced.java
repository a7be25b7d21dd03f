package dev.mayfly.command.composition;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.platform.GitOps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A platform in a folder of its repository that does not say so: Argo CD would look for its
 * previews at the top. Told from the addresses in {@code .git/config} alone, since the folder of an
 * example may lie in any repository.
 */
final class Unplaced {
  private Unplaced() {}

  /** The warning; empty where there is nothing to warn of, or nothing is known. */
  static Optional<Problem> warning(GitOps gitops, Path folder, Location file) {
    Path here = folder.toAbsolutePath().normalize();
    Path top = GitRoot.around(here).orElse(here);
    if (!gitops.path().isEmpty() || top.equals(here) || !isOf(gitops, top)) {
      return Optional.empty();
    }
    String path = top.relativize(here).toString().replace('\\', '/');
    return Optional.of(
        Problem.warning(
            "platform-below-root",
            file,
            "this file lies in `" + path + "` of its repository, and `gitops.path` does not say so",
            "write `path: " + path + "` in `gitops`, or Argo CD looks for previews at the top"));
  }

  private static boolean isOf(GitOps gitops, Path top) {
    try {
      String address = gitops.repository().replaceFirst("\\.git$", "");
      String name = address.replaceFirst("^.*[/:]([^/:]+/[^/:]+)$", "$1");
      Path config = top.resolve(".git").resolve("config");
      return Files.isRegularFile(config)
          && Files.readString(config).lines().anyMatch(line -> names(line.strip(), name));
    } catch (IOException e) {
      return false; // Whoever reads the repository says what is wrong with it.
    }
  }

  private static boolean names(String line, String name) {
    return line.startsWith("url = ")
        && (line.endsWith("/" + name) || line.endsWith(":" + name) || line.contains(name + ".git"));
  }
}
