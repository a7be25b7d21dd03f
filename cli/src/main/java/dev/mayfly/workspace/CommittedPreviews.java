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
import java.util.stream.Stream;

/** The overlays that lie in a workspace, as files. */
public final class CommittedPreviews {
  private CommittedPreviews() {}

  /** The files of every overlay by folder, such as {@code previews/orders/pr-7}, then by name. */
  public static SortedMap<String, SortedMap<String, byte[]>> read(Path root) {
    SortedMap<String, SortedMap<String, byte[]>> overlays = new TreeMap<>();
    for (Path app : folders(root.resolve("previews"))) {
      for (Path overlay : folders(app)) {
        String name = overlay.getFileName().toString();
        if (name.startsWith("pr-") && Files.exists(overlay.resolve(PreviewFolders.RECORD))) {
          overlays.put("previews/" + app.getFileName() + "/" + name, files(overlay));
        }
      }
    }
    return overlays;
  }

  private static SortedMap<String, byte[]> files(Path overlay) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Path file : list(overlay)) {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        files.put(file.getFileName().toString(), bytes(file));
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
    return list(folder).stream()
        .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
