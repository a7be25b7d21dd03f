package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison must see what ApprovalTests alone would forgive. */
class GoldenFilesTest {
  private static final String CASE = "scratch-of-golden-files-test";
  private static final Path HOME = Path.of("golden", CASE);

  @BeforeEach
  void write() throws IOException {
    assumeFalse(GoldenReporter.updating(), "an update run takes every difference over");
    Files.createDirectories(HOME);
    Files.writeString(HOME.resolve("a.yaml"), "a: 1\n");
  }

  @AfterEach
  void remove() throws IOException {
    Files.deleteIfExists(HOME.resolve("a.yaml"));
    Files.deleteIfExists(HOME.resolve("stale.yaml"));
    Files.deleteIfExists(HOME);
  }

  @Test
  void acceptsTheSameBytes() {
    GoldenFiles.verifyFile(Path.of(CASE, "a.yaml"), "a: 1\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1", "a: 1\r\n", "a: 1\n\n", "a: 2\n", "\uFEFFa: 1\n", ""})
  void seesEveryDifference(String actual) {
    assertThatThrownBy(() -> GoldenFiles.verifyFile(Path.of(CASE, "a.yaml"), actual))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("golden/" + CASE + "/a.yaml");
  }

  @Test
  void seesAFileThatIsNoLongerYielded() throws IOException {
    Files.writeString(HOME.resolve("stale.yaml"), "b: 1\n");
    assertThatThrownBy(() -> GoldenFiles.verifyTree(CASE, Map.of("a.yaml", bytes("a: 1\n"))))
        .hasMessageContaining("stale.yaml");
  }

  @Test
  void seesAFileThatIsNew() {
    Map<String, byte[]> tree = Map.of("a.yaml", bytes("a: 1\n"), "new.yaml", bytes("c: 1\n"));
    assertThatThrownBy(() -> GoldenFiles.verifyTree(CASE, tree)).hasMessageContaining("new.yaml");
    assertThat(HOME.resolve("new.yaml")).doesNotExist();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
