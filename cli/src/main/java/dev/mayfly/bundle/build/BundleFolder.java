package dev.mayfly.bundle.build;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.TreePath;
import dev.mayfly.git.WalkBudget;
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

/** Reads a bundle from a folder by the rules of a Git tree: no links, no odd names, a budget. */
public final class BundleFolder {
  private final Path folder;
  private final String shownAs;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private int entries;
  private long bytes;

  private BundleFolder(Path folder, String shownAs) {
    this.folder = folder;
    this.shownAs = shownAs;
  }

  /**
   * Reads a folder.
   *
   * @throws ProblemsException (refused) at the first entry that is no plain file or folder, and
   *     when there is more than a bundle may hold
   */
  public static BundleFiles read(Path folder, String shownAs) {
    BundleFolder reading = new BundleFolder(folder, shownAs);
    if (!Files.isDirectory(folder)) {
      throw reading.refused("no-bundle", "", "is no folder");
    }
    reading.collect(folder, 0);
    return new BundleFiles(shownAs, reading.files);
  }

  private void collect(Path here, int depth) {
    for (Path entry : list(here)) {
      String path = folder.relativize(entry).toString().replace('\\', '/');
      if (++entries > WalkBudget.BUNDLE.entries() || depth > WalkBudget.BUNDLE.depth()) {
        throw refused("bundle-too-large", path, "is one entry too many, or too deep");
      }
      if (TreePath.parse(path).isEmpty()) {
        throw refused("unsafe-name", path, "is not safe on every system");
      }
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        collect(entry, depth + 1);
      } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
        files.put(path, content(entry, path));
      } else {
        throw refused("not-a-file", path, "is a link or a device, which is never followed");
      }
    }
  }

  private byte[] content(Path file, String path) {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] content = in.readNBytes(WalkBudget.BUNDLE.fileBytes() + 1);
      bytes += content.length;
      if (content.length > WalkBudget.BUNDLE.fileBytes()
          || bytes > WalkBudget.BUNDLE.totalBytes()) {
        throw refused("bundle-too-large", path, "is larger than a bundle's file may be");
      }
      return content;
    } catch (IOException e) {
      throw refused("unreadable", path, "cannot be read");
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProblemsException refused(String id, String path, String why) {
    String shown = path.isEmpty() ? shownAs : shownAs + "/" + path;
    return new ProblemsException(
        Fault.REFUSED, Problem.error(id, Location.ofFile(shown), "`" + shown + "` " + why));
  }
}
