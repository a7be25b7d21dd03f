package dev.mayfly.image;

import dev.mayfly.preview.ImageDigest;
import dev.mayfly.yaml.Syntax;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An image and the digest that pins it.
 *
 * @param name registry, host and path as written, or an image's short id
 */
public record PinnedImage(String name, ImageDigest digest) {
  private static final Pattern NAME =
      Pattern.compile(
          "[a-z0-9]([a-zA-Z0-9._-]*[a-zA-Z0-9])?(:[0-9]{1,5})?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*");

  /** Registry and path, both spelt out: a short name would mean whatever a node is set up for. */
  static final Syntax LOCKED_NAME =
      Syntax.of(
          "[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+",
          "an image name with its registry, without tag or digest");

  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

  /** Reads {@code name[:tag]@sha256:<64 hex>}; a tag is allowed and means nothing. */
  public static Optional<PinnedImage> parse(String reference) {
    int at = reference.indexOf('@');
    if (at < 1 || reference.length() > 512) {
      return Optional.empty();
    }
    String name = reference.substring(0, at);
    int colon = name.lastIndexOf(':');
    if (colon > name.lastIndexOf('/') && isTag(name.substring(colon + 1))) {
      name = name.substring(0, colon);
    }
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    String bare = name;
    return ImageDigest.parse(reference.substring(at + 1)).map(d -> new PinnedImage(bare, d));
  }

  /** True when a name has a registry and a path, as a lock file wants it. */
  public static boolean isLockable(String name) {
    return LOCKED_NAME.matches(name);
  }

  static boolean isTag(String text) {
    return TAG.matcher(text).matches();
  }

  /** True when a lock object may be called this. */
  public static boolean isObjectName(String name) {
    return ImageLock.NAME.matches(name);
  }

  @Override
  public String toString() {
    return name + "@" + digest;
  }
}
