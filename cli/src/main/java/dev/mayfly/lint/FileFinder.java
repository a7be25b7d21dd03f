package dev.mayfly.lint;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.yaml.Budget;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the files of folders that may hold manifests. Links are not followed: a loop is impossible
 * and nothing outside the folder is read.
 */
public final class FileFinder {
  private static final Set<String> SKIPPED =
      Set.of(".git", "node_modules", ".terraform", ".terragrunt-cache");

  private final Path base;

  private final List<Candidate> candidates = new ArrayList<>();

  private final List<Problem> problems = new ArrayList<>();

  /** A file that is still to be read. */
  private record Candidate(Path file, boolean named) {}

  /** What was found, by path, and what could not be read. */
  public record Found(List<InputFile> files, List<Problem> problems) {}

  private FileFinder(Path base) {
    this.base = base;
  }

  /**
   * All candidate files under the paths; a path that is a file counts whatever its name is. Files
   * are named as the paths were written, relative ones as seen from the base.
   *
   * @param step is told how many are read
   */
  public static Found find(Path base, List<Path> paths, Activity.Step step) {
    FileFinder finder = new FileFinder(base);
    paths.forEach(finder::add);
    List<Optional<InputFile>> read = SharedWork.map(finder.candidates, step, finder::read);
    List<InputFile> files = new ArrayList<>(read.size());
    for (int i = 0; i < read.size(); i++) {
      if (read.get(i).isPresent()) {
        files.add(read.get(i).get());
      } else {
        finder.unreadable(finder.candidates.get(i).file());
      }
    }
    files.sort((one, other) -> one.path().compareTo(other.path()));
    return new Found(List.copyOf(files), List.copyOf(finder.problems));
  }

  /** The same where nobody waits for it. */
  public static Found find(Path base, List<Path> paths) {
    return find(base, paths, Activity.SILENT);
  }

  /** Whether a file of this name may hold manifests. */
  public static boolean isCandidate(String fileName) {
    return FileForm.of(fileName).isCandidate();
  }

  private void add(Path given) {
    Path path = base.resolve(given);
    if (!Files.isDirectory(path)) {
      candidates.add(new Candidate(path, true));
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

  private Optional<InputFile> read(Candidate candidate) {
    try {
      Path file = candidate.file();
      return Optional.of(new InputFile(name(file), bounded(file), candidate.named()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** One byte more than is ever read shows the reader that the file is too large. */
  private static byte[] bounded(Path file) throws IOException {
    // A plain stream: what a channel costs beside is more than small files do.
    try (InputStream in = new FileInputStream(file.toFile())) {
      return in.readNBytes(Budget.LINT.bytes() + 1);
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
    problems.add(Problem.note("link", Location.ofFile(name(file)), message, hint));
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
        candidates.add(new Candidate(file, false));
      } else if (attributes.isSymbolicLink()) {
        note(file, "the link is not followed", "give its target as a path of its own");
      } else {
        note(
            file,
            "this is not a regular file and is not read",
            "give its content on standard input");
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
