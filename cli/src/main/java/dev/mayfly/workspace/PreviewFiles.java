package dev.mayfly.workspace;

import static java.util.stream.Collectors.toConcurrentMap;

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
import java.util.concurrent.ConcurrentSkipListMap;

/** Reads the files below {@code previews/<app>/pr-<n>/}; links are left alone. */
final class PreviewFiles {
  private PreviewFiles() {}

  static SortedMap<String, byte[]> read(Path root) {
    return folders(root.resolve(PreviewFolders.ROOT)).stream()
        .flatMap(app -> folders(app).stream())
        .filter(PreviewFiles::isOverlay)
        .toList()
        .parallelStream()
        .flatMap(overlay -> FolderListing.of(overlay).stream())
        .filter(PreviewFiles::isFile)
        .collect(
            toConcurrentMap(
                file -> FolderListing.name(root, file),
                PreviewFiles::bytes,
                (one, other) -> one,
                ConcurrentSkipListMap::new));
  }

  private static boolean isOverlay(Path folder) {
    return PreviewFolders.isOverlay(folder.getFileName().toString())
        && isFile(folder.resolve(PreviewFolders.RECORD));
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
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
