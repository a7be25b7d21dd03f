package dev.mayfly.manifest;

import dev.mayfly.template.Binding;

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

  static PlatformFile guard(Manifest manifest) {
    return new PlatformFile(
        manifest.path(), manifest.text(GoTemplateBinding.NO_PULL_REQUEST), Role.GUARD);
  }

  static PlatformFile object(Manifest manifest) {
    return object(manifest, GoTemplateBinding.NO_PULL_REQUEST);
  }

  static PlatformFile object(Manifest manifest, Binding binding) {
    return new PlatformFile(manifest.path(), manifest.text(binding), Role.OBJECT);
  }

  static PlatformFile patch(Manifest manifest) {
    return new PlatformFile(
        "patches/" + manifest.path(), manifest.text(GoTemplateBinding.NO_PULL_REQUEST), Role.PATCH);
  }
}
