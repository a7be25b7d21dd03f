package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.Terminal;
import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.ProblemsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintInputTest {
  @TempDir Path folder;

  /** Whoever mistyped a path need not end what they began to write. */
  @Test
  void aMissingPathIsSaidBeforeStandardInputIsRead() {
    InputStream waiting =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("is read");
          }
        };
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Console console =
        new Console(
            nowhere,
            nowhere,
            waiting,
            Map.of(),
            folder,
            CommandLineRun.CLOCK,
            CommandLineRun.TENTH,
            false,
            Terminal.NONE,
            Activity.SILENT);
    LintInput input = new LintInput(List.of(Path.of("nosuch")), true);
    assertThatThrownBy(() -> input.files(console, Optional.empty()))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("there is no `nosuch`");
  }
}
