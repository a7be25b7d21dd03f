package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes long with many files says how far it has come, which {@code -v} shows at the end. */
class StepsTest {
  @TempDir private Path temp;

  private void isSaid(String expected, String... line) {
    CommandLineRun run = CommandLineRun.of(temp, line);
    assertThat(run.err()).containsPattern("(?m)^ +\\d+\\.\\d\\d s  " + expected + "$");
  }

  @Test
  void lintCountsWhatItReadsAndWhatItJudges() {
    Examples.copyTree(Path.of("golden/primitives").toAbsolutePath(), temp);
    isSaid("reading 30 of 30 files, found: 30", "lint", "-v");
    isSaid("judging 30 of 30 files, findings: \\d+", "lint", "-v");
    Examples.copyTree(Examples.HOME.resolve("primitives"), temp);
    isSaid("judging (\\d+) of \\1 files, findings: \\d+", "lint", "-v");
  }

  @Test
  void manyPreviewsAreCountedWhenTheyAreRenderedAndWritten() throws IOException {
    Examples.copyTree(Examples.HOME.resolve("primitives"), temp);
    String[] render = {"render", "preview", "--all-prs", "prs.json", "--out", "out", "-v"};
    String digest = "sha256:" + "a".repeat(64);
    Files.writeString(
        temp.resolve("prs.json"),
        """
        [{"app": "orders", "number": 7, "repository": "acme/primitives", "headSha": "%1$s", "images": {"app": "%2$s"}},
         {"app": "orders", "number": 8, "repository": "acme/primitives", "headSha": "%1$s", "images": {"app": "%2$s"}}]
        """
            .formatted("b".repeat(40), digest));
    isSaid("rendering 2 of 2 previews", render);
    Files.delete(temp.resolve("out/previews/orders/pr-8/preview.yaml"));
    isSaid("writing 1 of 1 files", render);
    isSaid("verifying overlays, findings: \\d+", "verify", "-v");
    isSaid("comparing previews, (some|no)thing differs", "diff", "-v");
    Examples.copyTree(Path.of("golden/primitives").toAbsolutePath(), temp);
    isSaid("rendering 1 of 1 previews", "render", "all", "--out", "out", "-v");
  }
}
