package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.option.GlobalOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The launcher looks for the command before Java runs, so it has to know which options have a
 * value.
 */
class LauncherWordsTest {
  @Test
  void itStepsOverTheValuesOfGlobalOptions() throws IOException {
    String line =
        Files.readAllLines(Path.of("cli/packaging/launcher.sh")).stream()
            .filter(it -> it.contains("value=next"))
            .findFirst()
            .orElseThrow();
    String[] known = line.strip().replaceFirst("\\).*", "").split(" \\| ");
    assertThat(Set.of(known)).isEqualTo(GlobalOptions.WITH_VALUE);
  }
}
