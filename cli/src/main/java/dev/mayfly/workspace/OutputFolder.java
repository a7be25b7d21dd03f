package dev.mayfly.workspace;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Writes rendered files below one folder and nowhere else: no link is followed, nothing is deleted,
 * and a file that already holds the right bytes is left alone.
 */
public final class OutputFolder {
  private final Path root;

  /** Folders seen so far, and whether this run made them, so that nothing can lie in them yet. */
  private final Map<Path, Boolean> madeHere = new HashMap<>();

  public OutputFolder(Path root) {
    this.root = root.normalize();
  }

  /**
   * Writes files by relative path.
   *
   * @return how many files were written because they were missing or different
   * @throws ProblemsException (rendering) when a path would leave the folder or meets a link
   */
  public int write(SortedMap<String, String> files) {
    int written = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      written += write(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)) ? 1 : 0;
    }
    return written;
  }

  private boolean write(String name, byte[] bytes) {
    Path path = root.resolve(name).normalize();
    Path folder = path.getParent();
    if (folder == null || !path.startsWith(root) || path.equals(root)) {
      throw refusal(name, "would be written outside the output folder");
    }
    try {
      boolean fresh = enter(folder, name);
      if (!fresh && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          throw refusal(name, "is in the way as a link or folder");
        }
        if (Files.size(path) == bytes.length && Arrays.equals(Files.readAllBytes(path), bytes)) {
          return false;
        }
      }
      Files.write(path, bytes);
      return true;
    } catch (IOException e) {
      throw refusal(name, "cannot be written: " + e.getClass().getSimpleName());
    }
  }

  /** Makes a folder and those above it up to the root; true when this run made it. */
  private boolean enter(Path folder, String name) throws IOException {
    Boolean known = madeHere.get(folder);
    if (known != null) {
      return known;
    }
    boolean made;
    if (folder.equals(root)) {
      made = !Files.exists(root);
      Files.createDirectories(root);
    } else {
      boolean aboveMade = enter(parent(folder), name);
      if (!aboveMade && Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
          throw refusal(name, "has a link or file where a folder should be");
        }
        made = false;
      } else {
        Files.createDirectory(folder);
        made = true;
      }
    }
    madeHere.put(folder, made);
    return made;
  }

  private static Path parent(Path folder) {
    Path parent = folder.getParent();
    return parent == null ? folder : parent;
  }

  private static ProblemsException refusal(String name, String why) {
    return new ProblemsException(
        Fault.RENDERING,
        Problem.error("output", Location.ofFile(name), "`" + name + "` " + why));
  }
}
