package dev.mayfly.command.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CiResultTest {
  @Test
  void addsToWhatOtherStepsWrote(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("out");
    CiResult.append(file, "a\n");
    CiResult.append(file, "ü\n");
    assertThat(Files.readString(file)).isEqualTo("a\nü\n");
    assertThatThrownBy(() -> CiResult.append(folder, "x")).isInstanceOf(ProblemsException.class);
  }
}
