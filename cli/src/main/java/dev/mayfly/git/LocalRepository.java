package dev.mayfly.git;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.preview.CommitSha;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;

/** The repository a user stands in, for reading only: nothing is checked out, nothing written. */
public final class LocalRepository implements AutoCloseable {
  private final Repository repository;

  private LocalRepository(Repository repository) {
    this.repository = repository;
  }

  /** The repository that holds this folder; empty when none does. */
  public static Optional<LocalRepository> around(Path folder) {
    HermeticSystem.install();
    RepositoryBuilder builder = new RepositoryBuilder();
    File absolute = folder.toAbsolutePath().normalize().toFile();
    if (builder.findGitDir(absolute).getGitDir() == null) {
      return Optional.empty();
    }
    try {
      Repository repository = builder.setMustExist(true).build();
      ObjectFormat.requireSha1(repository);
      return Optional.of(new LocalRepository(repository));
    } catch (RepositoryNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Fault.CONFIGURATION.error(
          "repository-unreadable",
          "the Git repository around `%s` cannot be read: %s"
              .formatted(
                  CleanText.of(folder.toString()), CleanText.of(String.valueOf(e.getMessage()))),
          "");
    }
  }

  /** The top of the work tree, or the repository itself where it is bare; absolute. */
  public Path root() {
    return (repository.isBare() ? repository.getDirectory() : repository.getWorkTree())
        .toPath()
        .toAbsolutePath()
        .normalize();
  }

  /** Where a file or folder on disk lies in it; empty where that is outside. */
  public Optional<TreePath> pathOf(Path onDisk) {
    Path path = root().relativize(onDisk.toAbsolutePath().normalize());
    return TreePath.parse(path.toString().replace('\\', '/'));
  }

  /**
   * The commit that a user's words name: a branch, a branch of {@code origin}, a tag, an id, or
   * {@code HEAD~1} and the like. Empty when they name none.
   */
  public Optional<Snapshot> at(String revision) {
    return resolve(revision).or(() -> resolve(Constants.DEFAULT_REMOTE_NAME + "/" + revision));
  }

  private Optional<Snapshot> resolve(String revision) {
    try {
      Optional<ObjectId> id =
          ForeignObjects.run(() -> Optional.ofNullable(repository.resolve(revision + "^{commit}")));
      return id.isEmpty()
          ? Optional.empty()
          : Optional.of(new Snapshot(repository, missing -> {}, id.get()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The files that changed between the merge base of two commits and the second of them. */
  public ChangedPaths changed(CommitSha target, CommitSha head, int limit) {
    History history = new History(repository);
    ObjectId one = ObjectId.fromString(target.hex());
    ObjectId other = ObjectId.fromString(head.hex());
    try {
      Optional<ObjectId> base = history.mergeBase(one, other);
      return base.isPresent()
          ? history.changed(base.get(), other, limit)
          : new ChangedPaths.Unknown("no common ancestor in this clone");
    } catch (IOException e) {
      return new ChangedPaths.Unknown("the history at hand has gaps");
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
