package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README shows is what happens: its commands run, and the manifests of the page beside it
 * are the goldens.
 */
class ReadmeTest {
  private static final Pattern COMMAND =
      Pattern.compile("^\\$ \\./mayfly (.*?)(?:\\s+#.*)?$", Pattern.MULTILINE);
  private static final Pattern MANIFEST =
      Pattern.compile("^```yaml\\n# (\\S+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir Path folder;

  @BeforeEach
  void copyWhatItSpeaksOf() throws IOException {
    Examples.copyTree(Path.of("examples"), folder.resolve("examples"));
    Examples.copyTree(Path.of("golden/primitives"), folder.resolve("golden/primitives"));
  }

  /** Whatever is typed there is run here, or is what builds the program and tests it. */
  @Test
  void nothingElseIsTyped() throws IOException {
    assertThat(
            PageBlock.of(Path.of("README.md")).stream()
                .filter(block -> block.language().equals("console"))
                .flatMap(block -> block.commands().stream())
                .map(PageBlock.Documented::command)
                .filter(command -> !command.startsWith("./mayfly ")))
        .containsExactly("git clone <this repository> mayfly && cd mayfly", "./verify");
  }

  @TestFactory
  Stream<DynamicTest> everyCommandRuns() throws IOException {
    List<String> commands = COMMAND.matcher(readme()).results().map(m -> m.group(1)).toList();
    assertThat(commands).hasSizeGreaterThan(6);
    return commands.stream()
        .map(command ->
            DynamicTest.dynamicTest(
                command,
                () -> {
                  String here = command.replace("/tmp/", folder + "/");
                  CommandLineRun run = CommandLineRun.of(folder, here.split(" +"));
                  assertThat(run.code()).as(run.err()).isZero();
                  assertThat(run.out() + run.err()).isNotBlank();
                }));
  }

  @Test
  void itsManifestsAreTheGoldens() throws IOException {
    List<MatchResult> shown =
        MANIFEST.matcher(PageBlock.read(Path.of("docs/promises.md"))).results().toList();
    assertThat(shown).hasSize(2);
    for (MatchResult manifest : shown) {
      assertThat(manifest.group(2))
          .isEqualTo(Files.readString(Path.of("golden/primitives", manifest.group(1))));
    }
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
