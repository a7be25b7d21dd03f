package dev.mayfly.git;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.Repository;

/** How commits are signed, for branches that take signed commits only. */
public sealed interface CommitSigning {
  /** By a private SSH key without a passphrase. */
  record Ssh(Path key) implements CommitSigning {}

  /**
   * By somebody who makes an armoured OpenPGP signature of a commit's text, in the form that Git's
   * header {@code gpgsig} takes (Git documentation, "gitformat-signature").
   */
  record OpenPgp(UnaryOperator<String> signer) implements CommitSigning {}

  /**
   * Adds the signature.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (configuration) when the key cannot sign
   */
  default void sign(Repository repository, CommitBuilder commit) {
    switch (this) {
      case Ssh(Path key) -> new SshSigning(key).sign(repository, commit);
      case OpenPgp(UnaryOperator<String> signer) -> {
        String text = new String(unsigned(commit), StandardCharsets.UTF_8);
        String signature = signer.apply(text);
        commit.setGpgSignature(new GpgSignature(signature.getBytes(StandardCharsets.US_ASCII)));
      }
    }
  }

  private static byte[] unsigned(CommitBuilder commit) {
    try {
      return commit.build();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
