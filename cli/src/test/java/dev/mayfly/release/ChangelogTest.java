package dev.mayfly.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people read before they upgrade names versions, files and pages that are there. */
class ChangelogTest {
  private static final Pattern VERSION = Pattern.compile("^## \\[?([^\\]\\s]+)", Pattern.MULTILINE);
  private static final Pattern POM =
      Pattern.compile("^  <version>(.+)</version>", Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("]\\(([^):]+)\\)");

  @Test
  void theVersionThatIsBuiltHasAnEntryAndIsSemantic() throws IOException {
    String version = found(POM, Files.readString(Path.of("pom.xml"))).getFirst();
    assertThat(version).matches("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){2}");
    List<String> versions = found(VERSION, changelog());
    assertThat(versions).contains(version).startsWith("Unreleased").doesNotHaveDuplicates();
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    for (String page : List.of("CHANGELOG.md", "SECURITY.md", "README.md")) {
      List<String> links = found(LINK, Files.readString(Path.of(page)));
      assertThat(links)
          .as(page)
          .isNotEmpty()
          .allMatch(link -> Files.exists(Path.of(link.replaceFirst("#.*", ""))));
    }
  }

  private static String changelog() throws IOException {
    return Files.readString(Path.of("CHANGELOG.md"));
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
