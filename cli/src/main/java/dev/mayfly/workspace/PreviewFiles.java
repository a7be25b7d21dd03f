package dev.mayfly.workspace;

import dev.mayfly.manifest.PreviewFolders;
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
    for (Path app : folders(root.resolve("previews"))) {
      for (Path overlay : folders(app)) {
        if (overlay.getFileName().toString().startsWith("pr-")
            && Files.isRegularFile(
                overlay.resolve(PreviewFolders.RECORD), LinkOption.NOFOLLOW_LINKS)) {
          String folder = "previews/" + app.getFileName() + "/" + overlay.getFileName() + "/";
          for (Path file : FolderListing.of(overlay)) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
              files.put(folder + file.getFileName(), bytes(file));
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
