package dev.mayfly.workspace;

import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.yaml.Budget;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the files below {@code previews/<app>/pr-<n>/}; links are left alone. */
final class PreviewFiles {
  private PreviewFiles() {}

  static SortedMap<String, byte[]> read(Path root) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Path app : folders(root.resolve(PreviewFolders.ROOT))) {
      for (Path overlay : folders(app)) {
        if (PreviewFolders.isOverlay(overlay.getFileName().toString())
            && Files.isRegularFile(
                overlay.resolve(PreviewFolders.RECORD), LinkOption.NOFOLLOW_LINKS)) {
          for (Path file : FolderListing.of(overlay)) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
              files.put(FolderListing.name(root, file), bytes(file));
            }
          }
        }
      }
    }
    return files;
  }

  private static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Budget.ADMIN.bytes() + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> folders(Path folder) {
    return FolderListing.of(folder).stream()
        .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }
}
