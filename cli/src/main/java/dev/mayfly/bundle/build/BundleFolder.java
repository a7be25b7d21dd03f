package dev.mayfly.bundle.build;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder on this machine that is read by the rules of a Git tree: no links, no odd names, a
 * budget.
 *
 * @param shownAs what messages call it; may be empty
 */
public record BundleFolder(Path root, String shownAs) implements BundleTree {

  @Override
  public SortedMap<String, byte[]> walk(String folder, WalkBudget budget) {
    Walk walk = new Walk(budget);
    Path start = unlinked(folder);
    if (Files.isDirectory(start, LinkOption.NOFOLLOW_LINKS)) {
      walk.collect(start, 0);
    }
    return walk.files;
  }

  @Override
  public List<String> top() {
    return list(root).stream()
        .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
        .map(file -> file.getFileName().toString())
        .toList();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path unlinked(String path) {
    Path here = root;
    for (String name : path.isEmpty() ? List.<String>of() : List.of(path.split("/", -1))) {
      here = here.resolve(name);
      if (Files.isSymbolicLink(here)) {
        throw refused("not-a-file", path, "is or lies behind a link, which is never followed");
      }
    }
    return here;
  }

  @Override
  public Optional<byte[]> read(String path, int largest) {
    Path file = unlinked(path);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(new Walk(new WalkBudget(1, 0, largest, largest)).content(file, path))
        : Optional.empty();
  }

  @Override
  public String shown(String path) {
    return shownAs.isEmpty() || path.isEmpty() ? shownAs + path : shownAs + "/" + path;
  }

  private ProblemsException refused(String id, String path, String why) {
    String shown = shown(path);
    return Fault.REFUSED.error(id, Location.ofFile(shown), "`" + shown + "` " + why, "");
  }

  /** One walk and what it has cost so far. */
  private final class Walk {
    private final WalkBudget budget;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private int entries;
    private long bytes;

    Walk(WalkBudget budget) {
      this.budget = budget;
    }

    void collect(Path here, int depth) {
      for (Path entry : list(here)) {
        String path = root.relativize(entry).toString().replace('\\', '/');
        if (++entries > budget.entries() || depth > budget.depth()) {
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

    byte[] content(Path file, String path) {
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        byte[] content = in.readNBytes(budget.fileBytes() + 1);
        bytes += content.length;
        if (content.length > budget.fileBytes() || bytes > budget.totalBytes()) {
          throw refused("bundle-too-large", path, "is larger than a bundle's file may be");
        }
        return content;
      } catch (IOException e) {
        throw refused("unreadable", path, "cannot be read");
      }
    }
  }
}
