package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between pages lead to a file, and where they name a place in it, to its heading. */
class PageLinksTest {
  private static final Path DOCS = Path.of("docs");
  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern LINK =
      Pattern.compile("]\\((?![a-z]+:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
  private final Map<Path, Set<String>> anchors = new HashMap<>();

  @Test
  void everyLinkAndAnchorLeadsSomewhere() throws IOException {
    Set<String> broken = new TreeSet<>();
    int checked = 0;
    for (Path page : pages()) {
      Matcher link =
          LINK.matcher(
              FENCE.matcher(Files.readString(page)).replaceAll("").replaceAll("`[^`\n]*`", "code"));
      while (link.find()) {
        checked++;
        Path to = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
        if (!Files.exists(to) || link.group(2) != null && !anchors(to).contains(link.group(2))) {
          broken.add(page + " -> " + link.group());
        }
      }
    }
    assertThat(checked).isGreaterThan(500);
    assertThat(broken).isEmpty();
  }

  /** A page that nobody can find is not written. */
  @Test
  void everyPageIsInTheNavigationOfTheSiteAndEveryHowToInItsIndex() throws IOException {
    String index = Files.readString(DOCS.resolve("how-to/README.md"));
    String navigation = Files.readString(Path.of("cli/packaging/site/mkdocs.yml"));
    try (Stream<Path> files = Files.list(DOCS.resolve("how-to"))) {
      for (Path page : files.filter(file -> !file.endsWith("README.md")).sorted().toList()) {
        assertThat(index).contains("](" + page.getFileName() + ")");
        assertThat(navigation).contains("- how-to/" + page.getFileName() + "\n");
      }
    }
    try (Stream<Path> files = Files.list(DOCS)) {
      for (Path page : files.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
        assertThat(navigation).containsPattern("[- ]" + page.getFileName() + "\n");
      }
    }
  }

  private Set<String> anchors(Path page) throws IOException {
    Set<String> known = anchors.get(page);
    if (known == null) {
      known = new TreeSet<>();
      Matcher heading = HEADING.matcher(FENCE.matcher(Files.readString(page)).replaceAll(""));
      while (heading.find()) {
        known.add(anchor(heading.group(1)));
      }
      anchors.put(page, known);
    }
    return known;
  }

  /** As GitHub makes it: lower case, no punctuation, a hyphen for each blank. */
  private static String anchor(String heading) {
    return heading
        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
        .replace(' ', '-');
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS);
        Stream<Path> roots = Files.list(Path.of(""))) {
      return Stream.concat(files, roots)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }
}
