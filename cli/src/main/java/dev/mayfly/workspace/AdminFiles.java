package dev.mayfly.workspace;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.yaml.Budget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The committed files that {@code render platform} writes: {@code platform/} and baseline charts.
 */
public final class AdminFiles {
  private AdminFiles() {}

  /** Their texts by path in the repository. */
  public static SortedMap<String, String> read(Path root) {
    SortedMap<String, String> files = new TreeMap<>();
    collect(root, root.resolve("platform"), files);
    for (Path app : FolderListing.of(root.resolve(PreviewFolders.ROOT))) {
      collect(root, app.resolve(PreviewFolders.BASELINE), files);
    }
    return files;
  }

  private static void collect(Path root, Path folder, SortedMap<String, String> files) {
    for (Path path : FolderListing.whole(folder)) {
      if (!path.equals(folder) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        String name = FolderListing.name(root, path);
        byte[] bytes = BoundedFile.read(path, name, Budget.ADMIN, Fault.CONFIGURATION);
        files.put(name, new String(bytes, StandardCharsets.UTF_8));
      }
    }
  }
}
