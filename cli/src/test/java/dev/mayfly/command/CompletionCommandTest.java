package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CompletionCommandTest {
  @Test
  void knowsEveryCommandAndItsOptions() {
    String script = CommandLineRun.of(Path.of(""), "completion", "bash").out();
    for (Command command : CommandCatalog.all()) {
      assertThat(script).contains(command.name().replace(' ', '_').replace("-", ""));
      Help.command(command).options().forEach(o -> assertThat(script).contains(o.longestName()));
    }
    assertThat(script).contains("bashcompinit");
  }

  @Test
  void servesBothShells() {
    assertThat(CommandLineRun.of(Path.of(""), "completion", "zsh").out())
        .isEqualTo(CommandLineRun.of(Path.of(""), "completion", "bash").out());
  }
}
