package dev.mayfly.image;

import java.util.Optional;

/**
 * An image by a name that can come to mean another one tomorrow.
 *
 * @param name registry and path, as a lock file wants them
 */
public record TaggedImage(String name, String tag) {

  /** Reads {@code registry/name:tag}; the tag is never assumed. */
  public static Optional<TaggedImage> parse(String reference) {
    int colon = reference.lastIndexOf(':');
    if (colon < 1 || reference.length() > 512) {
      return Optional.empty();
    }
    TaggedImage image =
        new TaggedImage(reference.substring(0, colon), reference.substring(colon + 1));
    return PinnedImage.isLockable(image.name) && PinnedImage.isTag(image.tag)
        ? Optional.of(image)
        : Optional.empty();
  }

  /** The host, and the port where one is given. */
  public String registry() {
    return name.substring(0, name.indexOf('/'));
  }

  @Override
  public String toString() {
    return name + ":" + tag;
  }
}
