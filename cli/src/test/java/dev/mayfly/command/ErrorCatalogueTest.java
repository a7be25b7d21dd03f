package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.GoldenFiles;
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

/** Whatever loading and rendering can refuse is shown by a golden. */
class ErrorCatalogueTest {
  private static final Path SOURCES = Path.of("cli", "src", "main", "java", "dev", "mayfly");
  private static final List<String> PACKAGES =
      List.of("template", "platform", "manifest", "image", "workspace");

  /** What only other commands meet: {@code pin} with lock files, {@code init} with its folder. */
  private static final Set<String> ELSEWHERE = Set.of("lock-layout", "missing-image", "exists");

  private static final Pattern ID =
      Pattern.compile("(?:\\.error|\\.warning|missing|refusal)\\(\\s*\"([a-z]+(?:-[a-z]+)*)\"");

  @Test
  void everyProblemOfLoadingAndRenderingHasAGolden() throws IOException {
    TreeSet<String> ids = new TreeSet<>();
    for (String folder : PACKAGES) {
      try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
        for (Path file : files.sorted().toList()) {
          Matcher matcher = ID.matcher(Files.readString(file));
          while (matcher.find()) {
            ids.add(matcher.group(1));
          }
        }
      }
    }
    assertThat(ids).hasSizeGreaterThan(40).contains("names-can-meet", "template-link");
    ids.removeAll(ELSEWHERE);
    Set<String> shown = shown();
    assertThat(ids).as("problems that no golden shows").isSubsetOf(shown);
  }

  private static Set<String> shown() throws IOException {
    Pattern head = Pattern.compile("(?m)^(?:error|warning)\\[([a-z-]+)]");
    Set<String> shown = new TreeSet<>();
    Path home = Path.of("golden", "errors");
    for (String file : GoldenFiles.files(home)) {
      Matcher matcher = head.matcher(Files.readString(home.resolve(file)));
      while (matcher.find()) {
        shown.add(matcher.group(1));
      }
    }
    return shown;
  }
}
