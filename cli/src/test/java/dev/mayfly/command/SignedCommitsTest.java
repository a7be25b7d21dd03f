package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits that Git itself takes for signed by who delivers. */
class SignedCommitsTest {
  @TempDir Path temp;

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    } catch (IOException e) {
      Assumptions.abort(command[0] + " is not installed");
      return;
    }
    assertThat(process.waitFor()).isZero();
  }

  private Path key(String type) throws IOException, InterruptedException {
    Path key = temp.resolve("key-" + type);
    run(temp, "ssh-keygen", "-q", "-t", type, "-N", "", "-C", "bot", "-f", key.toString());
    return key;
  }

  @Test
  void gitVerifiesThem() throws Exception {
    for (String type : new String[] {"ed25519", "rsa"}) {
      Path key = key(type);
      try (DeliveryWorld world = DeliveryWorld.pushing(temp.resolve(type))) {
        world.env.put("MAYFLY_SIGNING_KEY", key.toString());
        world.env.put("MAYFLY_AUTHOR", "Bot <bot@acme.dev>");
        world.pull(7);
        CommandLineRun opened = world.open(7);
        assertThat(opened.code()).as(opened.err()).isZero();
        Path allowed = temp.resolve("allowed-" + type);
        Files.writeString(allowed, "bot@acme.dev " + Files.readString(Path.of(key + ".pub")));
        world.gitops.run(
            "-c", "gpg.ssh.allowedSignersFile=" + allowed, "verify-commit", "refs/heads/main");
        assertThat(world.gitops.run("cat-file", "commit", "main"))
            .contains("gpgsig -----BEGIN SSH SIGNATURE-----");
      }
    }
  }

  @Test
  void aKeyThatCannotSignIsNoBug() throws Exception {
    Path locked = temp.resolve("locked");
    run(temp, "ssh-keygen", "-q", "-t", "ed25519", "-N", "secret", "-f", locked.toString());
    Path broken = Files.writeString(temp.resolve("broken"), "no key\n");
    try (DeliveryWorld world = DeliveryWorld.pushing(temp)) {
      world.pull(7);
      for (Path key : new Path[] {locked, broken, temp.resolve("nowhere"), temp}) {
        world.env.put("MAYFLY_SIGNING_KEY", key.toString());
        CommandLineRun refused = world.open(7);
        assertThat(refused.code()).as(refused.toString()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(refused.err())
            .contains("error[signing-key]: the key `" + key + "` cannot sign a commit");
        assertThat(world.hasOverlay(7)).isFalse();
      }
    }
  }
}
