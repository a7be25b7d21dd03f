package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code explain} without a rule: what a cluster needs for the features that are in use. */
class ExplainPlatformTest {
  @TempDir Path temp;

  private String explained(String preset) {
    Path folder = temp.resolve(preset);
    assertThat(CommandLineRun.of(temp, "init", preset, "--preset", preset).code()).isZero();
    CommandLineRun run = CommandLineRun.of(folder, "explain");
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  @Test
  void onlyWhatIsInUseIsNamed() {
    assertThat(explained("minimal"))
        .startsWith("# What the cluster of web must have\n\n- ")
        .contains("ApplicationSet controller, for everything (`argoproj.io`)\n", "Gateway API")
        .doesNotContain("CloudNativePG", "External Secrets", "cert-manager");
    assertThat(explained("primitives"))
        .contains("[CloudNativePG](https://", "External Secrets Operator", "`postgresql.cnpg.io`");
  }

  @Test
  void whereNoPlatformIsThatIsSaid() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("nothing"));
    CommandLineRun run = CommandLineRun.of(folder, "explain");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("error[no-platform]");
    assertThat(CommandLineRun.of(folder, "explain", "AS020").code()).isZero();
  }
}
