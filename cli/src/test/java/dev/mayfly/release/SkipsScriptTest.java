package dev.mayfly.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A skipped test is said, and fails where skips are refused, in whatever words it was skipped. */
class SkipsScriptTest {
  private static final Path SCRIPT = Path.of("cli/packaging/skips.sh").toAbsolutePath();
  private static final String ABORTED =
      "<skipped type=\"org.opentest4j.TestAbortedException\">"
          + "<![CDATA[org.opentest4j.TestAbortedException: %s\n\tat a.B.c(B.java:1)\n]]></skipped>";
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"Assumption failed: fish is not on PATH", "fish is not on PATH", "<message>"})
  void saysWhatATestLacked(String word) throws Exception {
    String skipped =
        word.equals("<message>")
            ? "<skipped message=\"fish is not on PATH\"/>"
            : ABORTED.formatted(word);
    assertThat(said("allowed", skipped, 0)).contains("1 fish is not on PATH");
    assertThat(said("refused", skipped, 1)).contains("1 fish is not on PATH");
  }

  /** A first run has no image yet and builds it later. */
  @Test
  void aRunWithoutSkipsSaysNothing() throws Exception {
    assertThat(said("refused", "", 0)).isEmpty();
    String image = "Assumption failed: target/image is not built";
    assertThat(said("refused", ABORTED.formatted(image), 0)).isEmpty();
  }

  @Test
  void everyWorkflowThatHasTheServersRefusesSkips() throws IOException {
    for (String name : List.of("ci", "cluster", "release")) {
      assertThat(Files.readString(Path.of(".github/workflows", name + ".yml")))
          .containsPattern("run: \\./verify( --full)? --no-skips\n");
    }
  }

  private String said(String mode, String skipped, int code) throws Exception {
    Path reports = Files.createDirectories(folder.resolve("target/surefire-reports"));
    Files.writeString(
        reports.resolve("TEST-a.B.xml"), "<testcase name=\"c\">\n" + skipped + "\n</testcase>\n");
    Process process =
        new ProcessBuilder("sh", SCRIPT.toString(), mode)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isEqualTo(code);
    return out;
  }
}
