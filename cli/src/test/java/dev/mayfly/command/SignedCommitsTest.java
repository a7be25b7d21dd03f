package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits that Git itself takes for signed by who delivers. */
class SignedCommitsTest {
  @TempDir Path temp;

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    assertThat(code(folder, command)).isZero();
  }

  private static int code(Path folder, String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor();
    } catch (IOException e) {
      return Assumptions.abort(command[0] + " is not installed");
    }
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

  /**
   * A key of this algorithm, exported; its keyring stays for Git to verify with. Now and then gpg's
   * agent cannot read the key that it has just made ("Corrupted protection"), so another is made.
   */
  private Path openPgp(String algorithm, String passphrase) throws Exception {
    for (int i = 0; i < 3; i++) {
      Path home = Files.createDirectory(temp.resolve("gpg-" + algorithm + passphrase + i));
      Optional<Path> key = openPgp(home, algorithm, passphrase);
      if (key.isPresent()) {
        return key.get();
      }
    }
    throw new AssertionError("gpg makes no key");
  }

  private static Optional<Path> openPgp(Path home, String algorithm, String passphrase)
      throws Exception {
    run(home, "chmod", "700", ".");
    // Or each agent first measures how long it takes to make a key of a passphrase.
    Files.writeString(home.resolve("gpg-agent.conf"), "s2k-count 65536\n");
    Path key = home.resolve("key.asc");
    String[] gpg = {
      "gpg", "--homedir", home + "", "--batch", "--quiet", "--passphrase", passphrase
    };
    List<String> make = new ArrayList<>(List.of(gpg));
    make.addAll(List.of("--pinentry-mode", "loopback", "--quick-gen-key"));
    make.addAll(List.of("Bot <bot@acme.dev>", algorithm, "sign", "never"));
    if (code(home, make.toArray(String[]::new)) != 0) {
      return Optional.empty();
    }
    List<String> export = new ArrayList<>(List.of(gpg));
    export.addAll(List.of("--pinentry-mode", "loopback", "--armor", "-o", key + ""));
    export.add("--export-secret-keys");
    run(home, export.toArray(String[]::new));
    return Optional.of(key);
  }

  @Test
  void gitVerifiesThoseOfOpenPgpKeys() throws Exception {
    for (String algorithm : new String[] {"ed25519", "rsa2048"}) {
      Path key = openPgp(algorithm, "");
      try (DeliveryWorld world = DeliveryWorld.pushing(temp.resolve("world-" + algorithm))) {
        world.env.put("MAYFLY_SIGNING_KEY", key.toString());
        world.env.put("MAYFLY_AUTHOR", "Bot Ünal <bot@acme.dev>");
        world.env.put("PATH", System.getenv("PATH"));
        world.pull(7);
        CommandLineRun opened = world.open(7);
        assertThat(opened.code()).as(opened.err()).isZero();
        run(
            world.gitops.directory(),
            "env",
            "GNUPGHOME=" + key.getParent(),
            "git",
            "verify-commit",
            "refs/heads/main");
        assertThat(world.gitops.run("cat-file", "commit", "main"))
            .contains("gpgsig -----BEGIN PGP SIGNATURE-----");
      } finally {
        run(temp, "gpgconf", "--homedir", key.getParent() + "", "--kill", "gpg-agent");
      }
    }
  }

  @Test
  void anOpenPgpKeyThatCannotSignIsNoBug() throws Exception {
    Path locked = openPgp("ed25519", "secret");
    run(temp, "gpgconf", "--homedir", locked.getParent() + "", "--kill", "gpg-agent");
    String begin = "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n";
    Path broken = Files.writeString(temp.resolve("broken.asc"), begin + "AAAA\n");
    try (DeliveryWorld world = DeliveryWorld.pushing(temp)) {
      world.pull(7);
      for (Path key : new Path[] {locked, broken}) {
        for (String path : new String[] {System.getenv("PATH"), "/nowhere"}) {
          world.env.put("MAYFLY_SIGNING_KEY", key.toString());
          world.env.put("PATH", path);
          CommandLineRun refused = world.open(7);
          assertThat(refused.code()).as(refused.toString()).isEqualTo(ExitCode.CONFIGURATION);
          assertThat(refused.err())
              .contains("error[signing-key]: the key `" + key + "` cannot sign a commit: ");
          assertThat(refused.err().contains("there is no `gpg` on PATH"))
              .isEqualTo(path.equals("/nowhere"));
        }
      }
      assertThat(world.hasOverlay(7)).isFalse();
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
