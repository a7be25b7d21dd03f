package dev.mayfly.delivery;

import dev.mayfly.platform.App;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import java.util.Map;

/** Where the digests of a pull request's images come from. */
@FunctionalInterface
public interface DigestSource {
  /** The digests by image id, for one commit of the app's repository. */
  Map<String, ImageDigest> digests(App app, CommitSha head);
}
