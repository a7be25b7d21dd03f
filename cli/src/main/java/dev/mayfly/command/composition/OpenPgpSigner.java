package dev.mayfly.command.composition;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Signs by the {@code gpg} of this machine, which has a keyring of its own for as long as it takes:
 * nobody's own keys and agent are touched, and nothing is left.
 *
 * @param key an armoured private key without a passphrase
 */
public record OpenPgpSigner(Path key, Map<String, String> env) implements UnaryOperator<String> {
  private static final String BEGIN = "-----BEGIN PGP PRIVATE KEY BLOCK-----";
  private static final int LOOKED_AT = 4 << 10;
  private static final int ATTEMPTS = 5;

  /** Whether a file holds such a key, as far as its beginning tells. */
  public static boolean isKey(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1).contains(BEGIN);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The armoured signature.
   *
   * @throws ProblemsException (configuration) when the key cannot sign, or there is no {@code gpg}
   */
  @Override
  public String apply(String commit) {
    ConfinedProgram gpg =
        ConfinedProgram.find("gpg", env).orElseThrow(() -> problem("there is no `gpg` on PATH"));
    try {
      Scratch scratch = Scratch.of(new BundleFiles("", new TreeMap<>()));
      try {
        return signed(commit, gpg, scratch);
      } finally {
        end(scratch);
      }
    } catch (IOException e) {
      throw problem("`gpg` cannot be run here");
    }
  }

  private String signed(String commit, ConfinedProgram gpg, Scratch scratch) throws IOException {
    // Beside the home: gpg would share the agent of the user's own keyring in the usual place.
    Files.createDirectory(
        keyring(scratch),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path text = Files.writeString(scratch.folder().resolve("commit"), commit);
    run(gpg, scratch, "--import", key.toAbsolutePath().toString());
    String signature = run(gpg, scratch, "--armor", "--detach-sign", "-o", "-", text.toString());
    if (!signature.startsWith("-----BEGIN PGP SIGNATURE-----")) {
      throw problem("`gpg` makes no signature by it");
    }
    return signature.strip() + "\n";
  }

  private String run(ConfinedProgram gpg, Scratch scratch, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("--homedir", keyring(scratch).toString()));
    all.addAll(List.of("--batch", "--no-tty", "--quiet", "--pinentry-mode", "error"));
    all.addAll(List.of(arguments));
    ConfinedProgram.Output said = gpg.run(scratch, scratch.folder(), all);
    if (!said.failure().isEmpty()) {
      throw problem(said.failure());
    }
    return said.output();
  }

  private static Path keyring(Scratch scratch) {
    return scratch.folder().resolve("keyring");
  }

  /** The agent that gpg starts takes its own files away as it ends, maybe while we do. */
  private void end(Scratch scratch) throws IOException {
    for (int attempt = 1; ; attempt++) {
      ConfinedProgram agent = ConfinedProgram.find("gpgconf", env).orElse(null);
      if (agent != null) {
        agent.run(
            scratch,
            scratch.folder(),
            List.of("--homedir", keyring(scratch).toString(), "--kill", "gpg-agent"));
      }
      try {
        scratch.close();
        return;
      } catch (IOException | UncheckedIOException e) {
        if (attempt == ATTEMPTS) {
          return;
        }
      }
    }
  }

  private ProblemsException problem(String why) {
    return Fault.CONFIGURATION.error(
        "signing-key",
        "the key `" + key + "` cannot sign a commit: " + why,
        "`MAYFLY_SIGNING_KEY` names an armoured OpenPGP key without a passphrase, or a private"
            + " SSH key");
  }
}
