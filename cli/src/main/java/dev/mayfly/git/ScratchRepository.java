package dev.mayfly.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A bare repository that lives as long as one command. Laid out by hand: JGit's own {@code create}
 * runs {@code sh -c umask} and probes the file system.
 */
final class ScratchRepository implements AutoCloseable {
  private final Path directory;
  private final Repository repository;

  private ScratchRepository(Path directory, Repository repository) {
    this.directory = directory;
    this.repository = repository;
  }

  /**
   * Makes one below {@code parent}.
   *
   * @param borrowed an object directory to read from as well (Git's alternates)
   */
  static ScratchRepository create(Path parent, Optional<Path> borrowed) {
    HermeticSystem.install();
    try {
      Path directory = Files.createTempDirectory(parent, "mayfly-git-");
      Files.createDirectories(directory.resolve("refs/heads"));
      Files.createDirectories(directory.resolve("objects/info"));
      Files.createDirectories(directory.resolve("objects/pack"));
      Files.writeString(directory.resolve("HEAD"), "ref: refs/heads/none\n");
      Files.writeString(
          directory.resolve("config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
      if (borrowed.isPresent()) {
        Files.writeString(
            directory.resolve("objects/info/alternates"), borrowed.get().toString() + "\n");
      }
      return new ScratchRepository(
          directory,
          new RepositoryBuilder()
              .setBare()
              .setGitDir(directory.toFile())
              .setMustExist(true)
              .build());
    } catch (IOException e) {
      throw GitProblems.configuration(
          "scratch-folder",
          "no temporary repository can be made in `" + CleanText.of(parent.toString()) + "`",
          "is there room, and may it be written to?");
    }
  }

  Repository repository() {
    return repository;
  }

  Path directory() {
    return directory;
  }

  @Override
  public void close() {
    repository.close();
    try {
      Files.walkFileTree(directory, new Deletion());
    } catch (IOException e) {
      // A temporary folder that cannot be emptied must not fail a delivery that has landed.
      return;
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
