package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.Optional;

/**
 * An image of an app.
 *
 * @param id its short name in values and templates; a key that Go templates can walk by dots
 * @param name registry, host and path, without tag or digest
 * @param lock path in the app's repository of the file that pins it
 * @param unchanged which digest it has where a pull request did not build it; without one it must
 *     be built
 */
public record Image(String id, String name, Optional<String> lock, Optional<Unchanged> unchanged) {
  static Image read(Fields image) {
    return new Image(
        image.text("id", Syntaxes.IMAGE_ID),
        image.text("name", Syntaxes.IMAGE_NAME),
        image.optionalText("lock", BundleSyntaxes.PATH),
        image.choice("unchanged", Unchanged.values()));
  }

  /** Where the digest of an image that was not built comes from. */
  public enum Unchanged {
    /** What the lock file says that came with the target branch, or what was given once. */
    TARGET_BRANCH
  }

  /** Whether a pull request may leave it as it is. */
  public boolean mayBeUnchanged() {
    return unchanged.isPresent();
  }
}
