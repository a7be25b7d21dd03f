package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.admission.Gates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of pages: those that are quoted are still said, and none is known to insiders only. */
class DocumentedWordsTest {
  private static final Path DOCS = Path.of("docs");
  private static final Pattern QUOTED =
      Pattern.compile("(?:error|warning)\\[([a-z]+(?:-[a-z]+)*)]");

  /** Run by DocumentedCommandsTest, which holds all of its output. */
  private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console$.*?^```$");

  private static final String GATE = "not-admitted-";

  /** Names of the two documents that the project began with; theirs is a page of its own. */
  private static final Pattern INSIDE =
      Pattern.compile("(?i)\\bpattern [ab]\\b|\\b(first|second) seed\\b");

  @Test
  void quotedProblemsAreStillSaid() throws IOException {
    Set<String> quoted = new TreeSet<>();
    for (Path page : pages()) {
      for (MatchResult match :
          QUOTED
              .matcher(CONSOLE.matcher(Files.readString(page)).replaceAll(""))
              .results()
              .toList()) {
        quoted.add(match.group(1));
      }
    }
    assertThat(quoted).hasSizeGreaterThan(20).contains("remote-unreachable", "not-admitted-limit");
    quoted.removeAll(Gates.ALL.stream().map(gate -> GATE + gate.name()).toList());
    String program = program();
    assertThat(quoted).allMatch(id -> program.contains("\"" + id + "\""));
  }

  @Test
  void noInsideWords() throws IOException {
    for (Path page : pages()) {
      if (!page.endsWith("seeds.md")) {
        assertThat(Files.readString(page)).as(page.toString()).doesNotContainPattern(INSIDE);
      }
    }
  }

  private static String program() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("cli/src/main/java"))) {
      StringBuilder text = new StringBuilder();
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        text.append(Files.readString(file));
      }
      return text.toString();
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return Stream.concat(Stream.of(Path.of("README.md"), Path.of("ARCHITECTURE.md")), files)
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.startsWith(DOCS.resolve("decisions")))
          .collect(Collectors.toList());
    }
  }
}
