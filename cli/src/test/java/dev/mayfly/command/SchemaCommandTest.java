package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.manifest.SchemaName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaCommandTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @ParameterizedTest
  @EnumSource
  void printsTheFileAsItLiesInTheProject(SchemaName name) throws IOException {
    CommandLineRun run = CommandLineRun.of(HERE, "schema", name.word());
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).isEqualTo(Files.readString(Path.of("schemas", name.path())));
  }

  @Test
  void printsThePlatformsByDefault() {
    assertThat(CommandLineRun.of(HERE, "schema").out())
        .isEqualTo(CommandLineRun.of(HERE, "schema", "platform").out());
  }

  @Test
  void knowsNoOtherName() {
    CommandLineRun run = CommandLineRun.of(HERE, "schema", "platfrom");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("`platfrom`").contains("did you mean `platform`?");
  }
}
