package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation names is there: pages, tests, goldens. */
class DocumentationTest {
  private static final Path DOCS = Path.of("docs");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
  private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+Test)`");
  private static final Pattern GOLDEN = Pattern.compile("`((?:golden|examples)/[^`<]+)`");

  @Test
  void linksLeadSomewhere() throws IOException {
    for (Path page : pages()) {
      for (String link : found(page, LINK)) {
        assertThat(page.resolveSibling(link)).as(page + " -> " + link).exists();
      }
    }
  }

  @Test
  void testsAndGoldensAreThere() throws IOException {
    Set<String> tests = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("cli/src/test/java"))) {
      files.forEach(file -> tests.add(file.getFileName().toString().replace(".java", "")));
    }
    for (Path page : pages()) {
      assertThat(tests).as(page.toString()).containsAll(found(page, TEST));
      assertThat(found(page, GOLDEN)).as(page.toString()).allMatch(DocumentationTest::exists);
    }
  }

  /** Of a path with a {@code NAME} that a reader gives, the folder that it goes into. */
  private static boolean exists(String path) {
    return Files.exists(Path.of(path.replaceFirst("NAME/.*", "")));
  }

  private static List<String> found(Path page, Pattern pattern) throws IOException {
    return pattern.matcher(Files.readString(page)).results().map(m -> m.group(1)).toList();
  }

  /** Pages written by hand; those of rules and commands are generated and compared elsewhere. */
  private static List<Path> pages() throws IOException {
    Predicate<Path> generated =
        page ->
            page.startsWith(DOCS.resolve("rules"))
                || page.endsWith("reference/configuration.md")
                || page.endsWith("reference/commands.md");
    try (Stream<Path> files = Files.walk(DOCS)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(generated.negate())
          .sorted()
          .toList();
    }
  }
}
