package dev.mayfly.manifest;

import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.preview.CommitSha;

/**
 * What an admin's tag or branch was for one preview.
 *
 * @param repository its address, as the platform said it
 * @param ref the tag or branch
 */
public record BundlePin(String repository, String ref, CommitSha revision) {

  public static BundlePin of(BundleOrigin.Repository followed, CommitSha revision) {
    return new BundlePin(followed.url(), followed.revision(), revision);
  }

  /** Whether the platform still says the same repository and revision. */
  public boolean isOf(BundleOrigin.Repository followed) {
    return repository.equals(followed.url()) && ref.equals(followed.revision());
  }
}
