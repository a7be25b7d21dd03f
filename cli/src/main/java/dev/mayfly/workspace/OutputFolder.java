package dev.mayfly.workspace;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.ProblemsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes rendered files below one folder and nowhere else: no link is followed, nothing is deleted,
 * and a file that already holds the right bytes is left alone. All files are looked at before the
 * first is written, so that a refusal leaves the folder as it was.
 */
public final class OutputFolder {
  /** From this many files on, the threads are worth their start. */
  private static final int MANY = 500;

  private record Change(Path path, byte[] bytes) {}

  private final Path root;

  /** Folders by whether they exist; below one that does not, there is nothing to look at. */
  private final Map<Path, Boolean> folders = new HashMap<>();

  public OutputFolder(Path root) {
    this.root = root.normalize();
  }

  /**
   * Writes files by relative path.
   *
   * @param step is told how many are written
   * @return how many files were written because they were missing or different
   * @throws ProblemsException (rendering) when a path would leave the folder or meets a link
   */
  public int write(SortedMap<String, String> files, Activity.Step step) {
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = resolve(file.getKey());
      byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
      if (isMissingOrDifferent(path, bytes, file.getKey())) {
        changes.add(new Change(path, bytes));
      }
    }
    changes.forEach(change -> createFolder(parent(change.path)));
    AtomicInteger done = new AtomicInteger();
    (changes.size() < MANY ? changes.stream() : changes.parallelStream())
        .forEach(change -> {
          write(change);
          step.reached(done.incrementAndGet(), changes.size());
        });
    return changes.size();
  }

  /** The same where nobody waits for it. */
  public int write(SortedMap<String, String> files) {
    return write(files, Activity.SILENT);
  }

  private Path resolve(String name) {
    try {
      Path path = root.resolve(name).normalize();
      if (path.startsWith(root) && !path.equals(root)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // Cannot name a file, so it names none of this folder.
    }
    throw refusal(name, "would be written outside the output folder");
  }

  private boolean isMissingOrDifferent(Path path, byte[] bytes, String name) {
    if (!exists(parent(path), name) || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw refusal(name, "is in the way as a link or folder");
    }
    try {
      return Files.size(path) != bytes.length || !Arrays.equals(Files.readAllBytes(path), bytes);
    } catch (IOException e) {
      throw refusal(name, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** Whether a folder exists; what else stands in its place is refused. The root may be a link. */
  private boolean exists(Path folder, String name) {
    Boolean known = folders.get(folder);
    if (known != null) {
      return known;
    }
    boolean top = folder.equals(root);
    boolean exists =
        top
            ? Files.exists(folder)
            : exists(parent(folder), name) && Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    boolean usable =
        top ? Files.isDirectory(folder) : Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    if (exists && !usable) {
      throw refusal(name, "has a link or file where a folder should be");
    }
    folders.put(folder, exists);
    return exists;
  }

  private void createFolder(Path folder) {
    if (folders.getOrDefault(folder, false)) {
      return;
    }
    try {
      Files.createDirectories(folder);
      folders.put(folder, true);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private void write(Change change) {
    try {
      Files.write(change.path, change.bytes);
    } catch (IOException e) {
      throw unwritable(change.path, e);
    }
  }

  private ProblemsException unwritable(Path path, IOException e) {
    return refusal(
        root.relativize(path).toString(), "cannot be written: " + e.getClass().getSimpleName());
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private static ProblemsException refusal(String name, String why) {
    return Fault.RENDERING.error("output", Location.ofFile(name), "`" + name + "` " + why, "");
  }
}
