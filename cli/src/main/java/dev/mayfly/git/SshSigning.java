package dev.mayfly.git;

import dev.mayfly.diagnostic.Fault;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.api.errors.UnsupportedSigningFormatException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.GpgConfig.GpgFormat;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.Signer;
import org.eclipse.jgit.lib.Signers;
import org.eclipse.jgit.transport.ChainingCredentialsProvider;
import org.eclipse.jgit.transport.CredentialsProvider;

/** Signs commits by an SSH key; the key is in OpenSSH's own form. */
record SshSigning(Path key) {
  /** Nobody is there to be asked for a passphrase. */
  private static final CredentialsProvider NOBODY = new ChainingCredentialsProvider();

  /**
   * Adds the signature.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (configuration) when the key cannot sign
   */
  void sign(Repository repository, CommitBuilder commit) {
    Config config = new Config();
    config.setString("gpg", null, "format", "ssh");
    try {
      Signer signer = Signers.get(GpgFormat.SSH);
      signer.signObject(
          repository, new GpgConfig(config), commit, commit.getCommitter(), key.toString(), NOBODY);
    } catch (CanceledException
        | UnsupportedSigningFormatException
        | IOException
        | RuntimeException e) {
      throw Fault.CONFIGURATION.error(
          "signing-key",
          "the key `" + key + "` cannot sign a commit: " + CleanText.of(words(e)),
          "`MAYFLY_SIGNING_KEY` names a private SSH key without a passphrase");
    }
  }

  private static String words(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
