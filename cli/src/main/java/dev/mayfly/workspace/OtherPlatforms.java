package dev.mayfly.workspace;

import dev.mayfly.platform.GitOps;
import dev.mayfly.preview.PreviewFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of the other platforms that lie in the repository of one. */
public final class OtherPlatforms {
  /** Deeper lies no platform that a person still finds. */
  private static final int DEEPEST = 6;

  /** Where there can be many files and no platform. */
  private static final Set<String> SKIPPED = Set.of(".git", "node_modules", PreviewFolders.ROOT);

  private OtherPlatforms() {}

  /**
   * Each by its path from the root of the repository, as far as {@code gitops.path} tells that.
   * Links are not followed, and folders that cannot be read are passed over.
   */
  public static SortedMap<String, Path> of(Workspace workspace, GitOps gitops) {
    Path top = workspace.top(gitops.path());
    Path own = workspace.platformFile().toAbsolutePath().normalize();
    SortedMap<String, Path> found = new TreeMap<>();
    try {
      Files.walkFileTree(
          top,
          Set.of(),
          DEEPEST,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
              Path name = folder.getFileName();
              return name != null && SKIPPED.contains(name.toString()) && !folder.equals(top)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
              if (is.isRegularFile()
                  && file.endsWith(Workspace.PLATFORM_FILE)
                  && !file.equals(own)) {
                found.put(FolderListing.name(top, file), file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
