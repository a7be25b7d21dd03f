package dev.mayfly.manifest;

/**
 * One file of the platform set.
 *
 * @param role whether it is an object of ours, a patch for somebody else's, or no manifest at all
 */
record PlatformFile(String path, String text, Role role) {
  enum Role {
    /** Listed first in the kustomization, in the order rendered: what bounds all that follows. */
    GUARD,
    /** Listed in the kustomization. */
    OBJECT,
    /**
     * Lies below {@code patches/} and is never listed: as a resource it would replace the object.
     */
    PATCH,
    /** A note for people or the forge. */
    NOTE
  }

  /** One that no pull request decides. */
  PlatformFile(Manifest manifest, Role role) {
    this(manifest.path(), manifest.text(GoTemplateBinding.NO_PULL_REQUEST), role);
  }
}
