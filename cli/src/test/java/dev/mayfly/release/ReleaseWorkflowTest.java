package dev.mayfly.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Workflow, archives and publication speak of the same files. */
class ReleaseWorkflowTest {
  private static final Path WORKFLOW = Path.of(".github/workflows/release.yml");
  private static final Pattern SCRIPT = Pattern.compile("run: (?:sh )?(\\S+/\\S+)");
  private static final Pattern ARCHIVE =
      Pattern.compile("-((?:linux|macos)-(?:x64|arm64))\\.tar\\.gz");

  @Test
  void runsScriptsThatAreThere() throws IOException {
    List<String> scripts = found(SCRIPT, WORKFLOW);
    assertThat(scripts)
        .contains("cli/packaging/archive.sh", "cli/packaging/release.sh", "./verify")
        .allMatch(script -> Files.exists(Path.of(script)));
  }

  @Test
  void pinsEveryAction() throws IOException {
    assertThat(Files.readAllLines(WORKFLOW).stream().filter(line -> line.contains("uses: ")))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*uses: actions/[a-z-]+@[0-9a-f]{40} # v[0-9.]+"));
  }

  /** Reports link to the repository that publishes, which only the workflow knows. */
  @Test
  void buildsTheAddressOfTheRepositoryIntoWhatItPublishes() throws IOException {
    assertThat(Files.readString(WORKFLOW))
        .containsOnlyOnce(
            """
                  - run: sh cli/packaging/build.sh
                    env:
                      MAYFLY_HOME: ${{ github.server_url }}/${{ github.repository }}
            """);
  }

  /** No text that a tag's author wrote reaches a shell but through a variable. */
  @Test
  void putsNoExpressionIntoAScript() throws IOException {
    assertThat(Files.readAllLines(WORKFLOW).stream().filter(line -> line.contains("run: ")))
        .noneMatch(line -> line.contains("${{"));
  }

  @Test
  void publishesAnArchiveForEachKindOfMachine() throws IOException {
    List<String> kinds = List.of("linux-arm64", "linux-x64", "macos-arm64", "macos-x64");
    for (String file : List.of("jreleaser.yml", "cli/packaging/mayfly.rb")) {
      assertThat(found(ARCHIVE, Path.of(file))).as(file).containsExactlyInAnyOrderElementsOf(kinds);
    }
    assertThat(Files.readString(WORKFLOW))
        .contains("os: [ubuntu-24.04, ubuntu-24.04-arm, macos-15, macos-15-intel]");
  }

  private static List<String> found(Pattern pattern, Path file) throws IOException {
    return pattern.matcher(Files.readString(file)).results().map(m -> m.group(1)).toList();
  }
}
