package dev.mayfly.lint;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.yaml.Budget;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Finds the files of folders that may hold manifests. Links are not followed: a loop is impossible
 * and nothing outside the folder is read.
 */
public final class FileFinder {
  private static final Set<String> SKIPPED =
      Set.of(".git", "node_modules", ".terraform", ".terragrunt-cache");

  private final Path base;
  private final List<InputFile> files = new ArrayList<>();

  /** Most files fit; a buffer made for each would be more memory than the files. */
  private final byte[] buffer = new byte[1 << 16];

  private final List<Problem> problems = new ArrayList<>();

  /** What was found, by path, and what could not be read. */
  public record Found(List<InputFile> files, List<Problem> problems) {}

  private FileFinder(Path base) {
    this.base = base;
  }

  /**
   * All candidate files under the paths; a path that is a file counts whatever its name is. Files
   * are named as the paths were written, relative ones as seen from the base.
   */
  public static Found find(Path base, List<Path> paths) {
    FileFinder finder = new FileFinder(base);
    paths.forEach(finder::add);
    finder.files.sort((one, other) -> one.path().compareTo(other.path()));
    return new Found(List.copyOf(finder.files), List.copyOf(finder.problems));
  }

  /** Whether a file of this name may hold manifests. */
  public static boolean isCandidate(String fileName) {
    return FileForm.of(fileName).isCandidate();
  }

  private void add(Path given) {
    Path path = base.resolve(given);
    if (!Files.isDirectory(path)) {
      read(path, true);
      return;
    }
    // A folder that is named counts, also where the name is a link's.
    Path folder = Files.isSymbolicLink(path) ? path.resolve(".") : path;
    try {
      Files.walkFileTree(folder, new Walk(folder));
    } catch (IOException e) {
      unreadable(path);
    }
  }

  private void read(Path file, boolean named) {
    try {
      files.add(new InputFile(name(file), bounded(file), named));
    } catch (IOException e) {
      unreadable(file);
    }
  }

  /** One byte more than is ever read shows the reader that the file is too large. */
  private byte[] bounded(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(buffer, 0, buffer.length);
      byte[] start = Arrays.copyOf(buffer, read);
      if (read < buffer.length) {
        return start;
      }
      byte[] rest = in.readNBytes(Budget.LINT.bytes() + 1 - read);
      byte[] all = Arrays.copyOf(start, read + rest.length);
      System.arraycopy(rest, 0, all, read, rest.length);
      return all;
    }
  }

  private void unreadable(Path file) {
    problems.add(
        Problem.error(
            "unreadable-file", Location.ofFile(name(file)), "`" + name(file) + "` cannot be read"));
  }

  private String name(Path path) {
    Path shown = path.startsWith(base) ? base.relativize(path) : path;
    return shown.normalize().toString().replace(File.separatorChar, '/');
  }

  private void note(Path file, String message, String hint) {
    problems.add(new Problem("link", Severity.NOTE, Location.ofFile(name(file)), message, hint));
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path top;

    Walk(Path top) {
      this.top = top;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean skip = !folder.equals(top) && SKIPPED.contains(folder.getFileName().toString());
      return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean folder = attributes.isSymbolicLink() && Files.isDirectory(file);
      if (!folder && !FileForm.of(file.getFileName().toString()).isCandidate()) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isRegularFile()) {
        read(file, false);
      } else if (attributes.isSymbolicLink()) {
        note(file, "the link is not followed", "give its target as a path of its own");
      } else {
        note(file, "this is no regular file and is not read", "give its content on standard input");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      unreadable(file);
      return FileVisitResult.CONTINUE;
    }
  }
}
