package dev.mayfly.git;

import dev.mayfly.diagnostic.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.transport.PackLock;

/**
 * A bare repository that lives as long as one command. Laid out by hand: JGit's own {@code create}
 * runs {@code sh -c umask} and probes the file system.
 */
final class ScratchRepository implements AutoCloseable {
  /**
   * Nobody else writes here, so the folder of packs is listed again when it has changed, and not
   * for each object that is not in it.
   */
  private static final String OURS_ALONE = "\ttrustPackStat = always\n";

  private static final FileTime LONG_AGO = FileTime.fromMillis(0);

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
      Repository repository = laidOut(directory, "refs/heads/none", OURS_ALONE);
      settled(directory);
      if (borrowed.isPresent()) {
        Files.writeString(
            directory.resolve("objects/info/alternates"), borrowed.get().toString() + "\n");
      }
      return new ScratchRepository(directory, repository);
    } catch (IOException e) {
      throw Fault.CONFIGURATION.error(
          "scratch-folder",
          "no temporary repository can be made in `" + CleanText.of(parent.toString()) + "`",
          "is there room, and may it be written to? `TMPDIR` names another");
    }
  }

  /** An empty bare repository in a folder that is there. */
  static Repository laidOut(Path directory, String head, String core) throws IOException {
    for (String folder : List.of("refs/heads", "objects/info", "objects/pack")) {
      Files.createDirectories(directory.resolve(folder));
    }
    Files.writeString(directory.resolve("HEAD"), "ref: " + head + "\n");
    Files.writeString(
        directory.resolve("config"),
        "[core]\n\trepositoryformatversion = 0\n\tbare = true\n" + core);
    return new RepositoryBuilder()
        .setBare()
        .setGitDir(directory.toFile())
        .setMustExist(true)
        .build();
  }

  /**
   * To be told after each fetch, whose packs JGit knows: it lists a folder that has just changed
   * again at each look, for as long as a file system's clock may be coarse.
   */
  void settled(Collection<PackLock> locks) {
    try {
      for (PackLock lock : locks) {
        lock.unlock();
      }
      settled(directory);
    } catch (IOException e) {
      // What the locks guard only this process knows, and a look more is only slower.
      return;
    }
  }

  private static void settled(Path directory) throws IOException {
    Files.setLastModifiedTime(directory.resolve("objects/pack"), LONG_AGO);
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
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // A temporary folder that cannot be emptied must not fail a delivery that has landed.
      return;
    }
  }
}
