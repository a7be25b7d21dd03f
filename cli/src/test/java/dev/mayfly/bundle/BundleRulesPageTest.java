package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for authors of bundles says what the lists say. */
class BundleRulesPageTest {
  private static final String PAGE = read(Path.of("docs/how-to/bundle-rules.md"));

  @Test
  void everyWordToArgoCdAndHelmIsListedAndNoOther() {
    String table =
        SteeringWords.ALLOWED.entrySet().stream()
            .map(entry ->
                "| `%s` | %s |\n"
                    .formatted(
                        entry.getKey(),
                        entry.getValue().isEmpty() ? "a whole number" : list(entry.getValue())))
            .collect(Collectors.joining());
    assertThat(PAGE).contains("| annotation | allowed words |\n|---|---|\n" + table + "\n");
  }

  @Test
  void volumesAndServicesAreAsListed() {
    assertThat(PAGE)
        .contains("Kinds of volumes: " + list(PodVolumes.ALLOWED) + ".\n")
        .contains("Sources of a projected volume: " + list(PodVolumes.PROJECTED) + ".\n")
        .contains("Fields of a Service: " + list(InnerServices.FIELDS) + ".\n");
  }

  /** Each id in the last column of a table is one that some check gives. */
  @Test
  void everyFindingIsOne() throws IOException {
    String source;
    try (Stream<Path> files = Files.list(Path.of("cli/src/main/java/dev/mayfly/bundle"))) {
      source =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(BundleRulesPageTest::read)
              .collect(Collectors.joining());
    }
    List<String> ids =
        PAGE.lines()
            .filter(line ->
                line.startsWith("| ") && line.endsWith("` |") && line.split("\\|").length == 4)
            .flatMap(line -> Pattern.compile("`([^`]+)`").matcher(line.split("\\|")[3]).results())
            .map(match -> match.group(1))
            .toList();
    assertThat(ids)
        .hasSizeGreaterThan(25)
        .allSatisfy(id -> assertThat(source).contains("\"" + id + "\""));
  }

  private static String list(Collection<String> words) {
    return new TreeSet<>(words)
        .stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
