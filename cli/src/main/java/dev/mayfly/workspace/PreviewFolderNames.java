package dev.mayfly.workspace;

import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.preview.PreviewId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The previews of a workspace by the names of their folders alone; nothing in them is read. */
public final class PreviewFolderNames {
  private PreviewFolderNames() {}

  /** All of them, sorted by path. */
  public static List<PreviewId> of(Path root) {
    List<PreviewId> folders = new ArrayList<>();
    for (Path app : children(root.resolve(PreviewFolders.ROOT))) {
      for (Path preview : children(app)) {
        PreviewFolders.preview(name(app), name(preview)).ifPresent(folders::add);
      }
    }
    return folders;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      // Who renders into the folder is told; nobody can be counted in it.
      return List.of();
    }
  }
}
