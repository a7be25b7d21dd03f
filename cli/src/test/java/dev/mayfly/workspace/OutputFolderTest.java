package dev.mayfly.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFolderTest {
  @TempDir Path temp;

  /** No command makes such a path; if one ever did, nothing would be written. */
  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "a/../../x", "/etc/x", "..", ".", "", "a/..", "../out2/x", "a\u0000b"})
  void neverLeavesTheFolder(String path) {
    Path out = temp.resolve("out");
    assertThatThrownBy(
            () -> new OutputFolder(out).write(new TreeMap<>(Map.of("a/b", "1\n", path, "2\n"))))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("outside the output folder");
    assertThat(out).doesNotExist();
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void writesWhatIsMissingOrDifferent() throws IOException {
    TreeMap<String, String> files =
        new TreeMap<>(Map.of("a.yaml", "a\n", "b/c/d.yaml", "d\n", "b/e.yaml", "e\n"));
    Path out = temp.resolve("deep/out");
    assertThat(new OutputFolder(out).write(files)).isEqualTo(3);
    assertThat(new OutputFolder(out).write(files)).isZero();
    Files.writeString(out.resolve("b/e.yaml"), "x\n");
    Files.delete(out.resolve("a.yaml"));
    assertThat(new OutputFolder(out).write(files)).isEqualTo(2);
    assertThat(out.resolve("b/e.yaml")).hasContent("e\n");
    assertThat(out.resolve("b/c/d.yaml")).hasContent("d\n");
  }

  /** The last file is in the way; the first must not have been written. */
  @Test
  void writesAllOrNothing() throws IOException {
    Path out = temp.resolve("out");
    Files.createDirectories(out.resolve("z.yaml"));
    assertThatThrownBy(() ->
            new OutputFolder(out).write(new TreeMap<>(Map.of("a.yaml", "a\n", "z.yaml", "z\n"))))
        .isInstanceOf(ProblemsException.class);
    assertThat(out.resolve("a.yaml")).doesNotExist();
  }
}
