package dev.mayfly.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Small files, telling names, and null only where it is written. */
class HouseStyleTest {
  private static final int LONGEST = 200;
  private static final Set<String> TELLS_NOTHING =
      Set.of("util", "utils", "common", "helper", "helpers", "core", "impl", "manager", "misc");

  @Test
  void filesAreShort(TestReporter reporter) throws IOException {
    Map<String, Integer> tooLong = new TreeMap<>();
    List<Integer> lengths = new ArrayList<>();
    for (Path file : Program.sources()) {
      int lines = Files.readAllLines(file).size();
      lengths.add(lines);
      if (lines > LONGEST) {
        tooLong.put(file.toString(), lines);
      }
    }
    lengths.sort(null);
    reporter.publishEntry("median of lines a file", "" + lengths.get(lengths.size() / 2));
    assertThat(tooLong).isEmpty();
  }

  @Test
  void namesTell() {
    Set<String> empty = new TreeSet<>();
    for (Path file : Program.sources()) {
      Path path = Program.SOURCES.relativize(file);
      for (Path part : path) {
        // LintManager.java -> lint, manager
        for (String word : part.toString().replace(".java", "").split("(?<=[a-z])(?=[A-Z])|-")) {
          if (TELLS_NOTHING.contains(word.toLowerCase(Locale.ROOT))) {
            empty.add(path.toString());
          }
        }
      }
    }
    assertThat(empty).isEmpty();
  }

  /**
   * A reader who hears a name in a review must not have to ask of which package. A nested type is
   * said with the class around it, as {@code Gate.Answer}, and may be called as others are.
   */
  @Test
  void noTwoClassesBearOneName() throws IOException {
    try (Stream<Path> tests = Files.walk(Path.of("cli/src/test/java"))) {
      Map<String, Long> names =
          Stream.concat(Program.sources().stream(), tests)
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
              .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
      assertThat(names).containsKey("HouseStyleTest.java");
      names.values().removeIf(count -> count == 1);
      assertThat(names).isEmpty();
    }
  }

  @Test
  void everyPackageIsDescribedAndNullMarked() throws IOException {
    Set<Path> folders = new TreeSet<>();
    Program.sources().forEach(file -> folders.add(file.getParent()));
    for (Path folder : folders) {
      Path description = folder.resolve("package-info.java");
      assertThat(description).exists();
      assertThat(Files.readString(description)).contains("@NullMarked").startsWith("/*");
    }
  }
}
