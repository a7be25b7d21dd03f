package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.approvers.FileApprover;
import org.approvaltests.core.Options;
import org.assertj.core.api.SoftAssertions;

/** Compares what the program yields with the files of {@code golden/}, byte by byte. */
public final class GoldenFiles {
  static {
    // One golden may be the answer to several questions: twice, in another locale, by another way.
    FileApprover.tracker.addAllowedDuplicates(path -> true);
  }

  private GoldenFiles() {}

  /** One file; the path is relative to {@code golden/}. */
  public static void verifyFile(Path path, String actual) {
    verifyFile(path, actual.getBytes(StandardCharsets.UTF_8));
  }

  /** One file; the path is relative to {@code golden/}. */
  public static void verifyFile(Path path, byte[] actual) {
    Golden golden = new Golden(path, actual);
    if (golden.isMet()) {
      return;
    }
    Options options = new Options().withReporter(new GoldenReporter());
    Approvals.verify(golden, options.forFile().withNamer(golden).withComparator(Golden::compare));
  }

  /** A whole tree, compared both ways: {@code golden/<name>} holds these files and no other. */
  public static void verifyTree(String name, Map<String, byte[]> tree) {
    Path home = Golden.HOME.resolve(name);
    SoftAssertions all = new SoftAssertions();
    new TreeMap<>(tree)
        .forEach((path, bytes) -> all.check(() -> verifyFile(Path.of(name, path), bytes)));
    TreeSet<String> stale = files(home);
    stale.removeAll(tree.keySet());
    if (GoldenReporter.updating()) {
      stale.forEach(path -> delete(home.resolve(path)));
    }
    all.check(() -> assertThat(stale).as("goldens of " + home + " that nothing yields").isEmpty());
    all.assertAll();
  }

  /** The regular files below a folder, relative to it, with {@code /} between names. */
  public static TreeSet<String> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new TreeSet<>();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path golden) {
    try {
      Files.delete(golden);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
