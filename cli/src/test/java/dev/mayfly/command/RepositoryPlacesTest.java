package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.preview.RepositoryName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and addresses that forges have and few people use. */
class RepositoryPlacesTest {
  @TempDir Path temp;

  private CommandLineRun render(String repository, String gitops) throws IOException {
    String text =
        Examples.platform("primitives")
            .replace("acme/primitives", repository)
            .replace("https://github.com/acme/gitops.git", gitops)
            .replace("change: pull-request", "change: push");
    Files.writeString(temp.resolve("mayfly.yaml"), text);
    return CommandLineRun.of(temp, "render", "platform");
  }

  @Test
  void aRepositoryMayBeginWithADot() throws IOException {
    CommandLineRun run = render("mara/.github", "https://github.com/acme/gitops.git");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("https://github.com/mara/.github.git");
  }

  @Test
  void aTrialForgeOnThisMachineNeedsNoCertificate() throws IOException {
    CommandLineRun run = render("acme/primitives", "http://127.0.0.1:3000/acme/gitops.git");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("http://127.0.0.1:3000/acme/gitops.git");
    run = render("acme/primitives", "http://git.acme.dev/acme/gitops.git");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("http on this machine only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme/.", "acme/..", "acme/..x", "acme/.git", "acme/x.git", "../acme/x"})
  void noNameClimbs(String name) throws IOException {
    assertThat(RepositoryName.parse(name)).isEmpty();
    assertThat(render(name, "https://github.com/acme/gitops.git").code())
        .isEqualTo(ExitCode.CONFIGURATION);
  }
}
