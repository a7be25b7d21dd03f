package dev.mayfly.command.composition;

import dev.mayfly.bundle.build.BundleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder for one rendering that is gone afterwards: the bundle's files, a home, and an empty
 * folder to look for programs in.
 */
public record Scratch(Path folder, String own) implements AutoCloseable {

  public static Scratch of(BundleFiles files) throws IOException {
    Scratch scratch =
        new Scratch(Files.createTempDirectory("mayfly-bundle").toRealPath(), files.folder());
    try {
      for (Path made :
          List.of(scratch.tree(), scratch.beside(), scratch.home(), scratch.programs())) {
        Files.createDirectory(made);
      }
      for (Map.Entry<String, byte[]> file : files.all().entrySet()) {
        scratch.write(scratch.tree().resolve(file.getKey()).normalize(), file.getValue());
      }
      for (Map.Entry<String, byte[]> file : files.valueFiles().entrySet()) {
        scratch.write(scratch.valueFile(file.getKey()).normalize(), file.getValue());
      }
      return scratch;
    } catch (IOException | RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  /** Names come from a tree that was checked; what lies elsewhere all the same is not written. */
  private void write(Path target, byte[] content) throws IOException {
    Path parent = target.getParent();
    if (parent == null || !target.startsWith(tree()) && !target.startsWith(beside())) {
      throw new IOException("a file lies outside the bundle");
    }
    Files.createDirectories(parent);
    Files.write(target, content);
  }

  /** The bundle's own folder. */
  public Path bundle() {
    return tree().resolve(own);
  }

  /** Where a value file is, by the name that the Application has for it. */
  Path valueFile(String name) {
    return name.startsWith("/") ? beside().resolve(name.substring(1)) : bundle().resolve(name);
  }

  private Path tree() {
    return folder.resolve("bundle");
  }

  private Path beside() {
    return folder.resolve("beside");
  }

  Path home() {
    return folder.resolve("home");
  }

  Path programs() {
    return folder.resolve("programs");
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
