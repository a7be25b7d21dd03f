package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.git.ExecutableScript;
import dev.mayfly.git.GitCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk of the README, as anyone would start it, with the program from the class path. */
class WalkTest {
  @TempDir Path temp;

  @Test
  void walksThroughTheWholeLifeOfPreviews() throws IOException, InterruptedException {
    Path work = temp.resolve("work");
    ProcessBuilder builder =
        new ProcessBuilder("sh", Examples.HOME.resolve("walk.sh").toString(), work.toString());
    builder.environment().put("MAYFLY", program().toString());
    Process walk = builder.redirectErrorStream(true).start();
    String said = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(walk.waitFor()).as(said).isZero();
    assertThat(said)
        .containsSubsequence(
            "opened: orders#128 in commit ",
            "unchanged: orders#128",
            "updated: orders#128 in commit ",
            "opened: orders#129 in commit ",
            "orders#128: would be rendered (stale against the policy)",
            "orders#129: rendered (stale against the policy)",
            "removed: orders#128 in commit ",
            "1 of 5 places taken");
    GitCommand gitops = GitCommand.in(work.resolve("gitops.git"));
    assertThat(gitops.run("log", "--reverse", "--format=%an: %s", "main").lines())
        .containsExactly(
            "mara: Describe the platform",
            "Mayfly: Open the preview of orders for pull request 128",
            "Mayfly: Update the preview of orders for pull request 128",
            "Mayfly: Open the preview of orders for pull request 129",
            "mara: Allow more pods",
            "Mayfly: Sweep 2 previews",
            "Mayfly: Remove the preview of orders for pull request 128");
    assertThat(said)
        .containsPattern("[+] +digest: \"?sha256:bbbb")
        .contains("deleted file mode 100644");
  }

  /** Not ./mayfly, which would build the image while the tests run. */
  private Path program() throws IOException {
    return ExecutableScript.write(
        temp.resolve("mayfly"), "#!/bin/sh\nexec %s \"$@\"\n".formatted(ProgramProcess.line()));
  }
}
