package dev.mayfly.command.option;

import dev.mayfly.git.ChangedPaths;
import dev.mayfly.git.LocalRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The commits that a user's words name in the repository around a platform.
 *
 * @param repository empty where there is none
 * @param folder where the platform lies in it
 */
public record LocalRefs(Optional<LocalRepository> repository, TreePath folder)
    implements AutoCloseable {
  private static final int MOST_FILES = 20_000;

  public static LocalRefs around(Path root) {
    Optional<LocalRepository> repository = LocalRepository.around(root);
    return new LocalRefs(
        repository, repository.flatMap(git -> git.pathOf(root)).orElse(TreePath.ROOT));
  }

  public Snapshot at(String ref) {
    return repository
        .flatMap(git -> git.at(ref))
        .orElseThrow(() -> UsageErrors.usage("`" + ref + "` names no commit here", ""));
  }

  /**
   * Whether the commits since a ref touch what admins own beside the previews; what cannot be told
   * counts as touched.
   */
  public boolean changesPlatform(String base) {
    return switch (changedSince(base)) {
      case ChangedPaths.Unknown ignored -> true;
      case ChangedPaths.Known known -> known.paths().stream().anyMatch(this::isAdmins);
    };
  }

  ChangedPaths changedSince(String ref) {
    return repository.orElseThrow().changed(at(ref).commit(), at("HEAD").commit(), MOST_FILES);
  }

  private boolean isAdmins(String path) {
    String own = folder.isRoot() ? "" : folder + "/";
    String below = path.startsWith(own) ? path.substring(own.length()) : "";
    return below.equals(Workspace.PLATFORM_FILE)
        || below.startsWith("templates/")
        || below.startsWith("platform/")
        || below.matches(PreviewFolders.baseline("[^/]+") + "/.*");
  }

  @Override
  public void close() {
    repository.ifPresent(LocalRepository::close);
  }
}
