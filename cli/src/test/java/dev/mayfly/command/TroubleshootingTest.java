package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.admission.Gates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of symptoms and causes knows every word that stops somebody who did nothing odd. */
class TroubleshootingTest {
  private static final Path PAGE = Path.of("docs/how-to/troubleshooting.md");
  private static final Path SOURCES = Path.of("cli/src/main/java/dev/mayfly");

  /** Whose problems have no line of {@code mayfly.yaml}, a template or a bundle to point at. */
  private static final List<String> PACKAGES =
      List.of(
          "access",
          "adopt",
          "command",
          "delivery",
          "event",
          "forge",
          "git",
          "leak",
          "live",
          "registry",
          "workspace");

  private static final Pattern ID =
      Pattern.compile(
          "(?:[Pp]roblems?|\\.error|\\.warning|refused|[. ]remote|configuration|overBudget|[A-Z_]{4,})"
              + "\\(\\s*\"([a-z]+(?:-[a-z]+)+)\",");

  @Test
  void everyProblemIsExplained() throws IOException {
    Set<String> ids = new TreeSet<>();
    for (String folder : PACKAGES) {
      try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher id = ID.matcher(Files.readString(file));
          while (id.find()) {
            ids.add(id.group(1));
          }
        }
      }
    }
    assertThat(ids).hasSizeGreaterThan(100).contains("forge-moved", "race-lost", "event-kind");
    String page = page();
    ids.removeIf(id -> page.contains("`" + id + "`") || page.contains("[" + id + "]"));
    assertThat(ids).as("problems that the page does not explain").isEmpty();
  }

  @Test
  void everyGateIsExplained() throws IOException {
    String page = page();
    assertThat(Gates.ALL)
        .hasSize(12)
        .allMatch(gate -> page.contains("`error[not-admitted-" + gate.name() + "]`"));
  }

  @Test
  void everyExitCodeIsExplained() throws IOException {
    String page = page();
    assertThat(ExitCodes.MEANINGS.keySet())
        .allMatch(code -> Pattern.compile("(?m)^\\| " + code + "\\b").matcher(page).find());
  }

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }
}
