package dev.mayfly.command.option;

import dev.mayfly.command.console.Console;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.report.TerminalText;
import dev.mayfly.workspace.BoundedFile;
import dev.mayfly.yaml.Budget;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads what the command line names. */
public record InputFiles(Console console) {
  private static final String STANDARD_INPUT = "-";

  /** Nobody reads more than this from a file that is about parameters. */
  private static final long LARGEST = 8 << 20;

  public Path directory() {
    return console.directory();
  }

  /** What messages call a file where standard input may stand for one. */
  public static String shownAs(String path) {
    return path.equals(STANDARD_INPUT) ? "<stdin>" : TerminalText.clean(path);
  }

  public byte[] bytes(String path) {
    try {
      return BoundedFile.read(directory().resolve(path), path, Budget.LINT, Fault.CONFIGURATION);
    } catch (InvalidPathException e) {
      throw problem(path, "no file can have this name");
    }
  }

  /** What a file of any size holds, as far as somebody reads it. */
  <T> T read(String path, BiFunction<String, InputStream, T> reader) {
    try (InputStream in =
        new BufferedInputStream(Files.newInputStream(directory().resolve(path)))) {
      return reader.apply(path, in);
    } catch (IOException | InvalidPathException e) {
      throw problem(path, "the file `" + path + "` cannot be read");
    }
  }

  /** The same, or what standard input holds. */
  public <T> T readOrInput(String path, BiFunction<String, InputStream, T> reader) {
    return path.equals(STANDARD_INPUT)
        ? reader.apply(shownAs(path), console.in())
        : read(path, reader);
  }

  /**
   * All regular files below a folder but Git's own, by path with slashes, and what is in those that
   * are small and may be about parameters; links below it are not followed.
   */
  public Map<String, Optional<byte[]>> tree(String path) {
    Map<String, Optional<byte[]>> files = new TreeMap<>();
    try {
      Path root = directory().resolve(path);
      if (!Files.isDirectory(root)) {
        throw problem(path, "it is not a folder");
      }
      Path real = root.toRealPath();
      Files.walkFileTree(real, new Walk(real, files));
    } catch (IOException | InvalidPathException e) {
      throw problem(path, "the folder cannot be read");
    }
    return files;
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<String, Optional<byte[]>> files;

    Walk(Path root, Map<String, Optional<byte[]>> files) {
      this.root = root;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile()) {
        String path = root.relativize(file).toString().replace('\\', '/');
        boolean small = attributes.size() <= LARGEST && isData(path);
        files.put(path, small ? Optional.of(Files.readAllBytes(file)) : Optional.empty());
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isData(String path) {
      return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
    }
  }

  private static ProblemsException problem(String path, String message) {
    return Fault.CONFIGURATION.error("unreadable", Location.ofFile(path), message, "");
  }
}
