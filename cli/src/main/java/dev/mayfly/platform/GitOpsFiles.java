package dev.mayfly.platform;

import java.util.Optional;

/**
 * Files of the GitOps repository that lie beside {@code mayfly.yaml}, as they are at its commit.
 */
@FunctionalInterface
public interface GitOpsFiles {
  /** The largest that is read, in bytes. */
  int LARGEST = 1 << 20;

  /**
   * The bytes of a file, at most one more than {@link #LARGEST}; empty where there is none.
   *
   * @param folder where the platform lies in the repository, as {@code gitops.path} has it
   * @param path from the root of the repository, in the form of {@link BundleSyntaxes#PATH}
   */
  Optional<byte[]> read(String folder, String path);
}
