package dev.mayfly.manifest;

import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that decides one preview besides the platform.
 *
 * @param digests by image id
 * @param backup the Backup that a clone recovers from, where the platform says {@code latest}
 * @param openedAt when the preview was first delivered; an input like any other, read from no clock
 *     here
 */
public record PreviewFacts(
    PullRequest pullRequest,
    Map<String, ImageDigest> digests,
    Optional<String> backup,
    Optional<Instant> openedAt) {
  public PreviewFacts {
    digests = new TreeMap<>(digests);
  }

  /** The facts of a preview that was not delivered yet. */
  public PreviewFacts(
      PullRequest pullRequest, Map<String, ImageDigest> digests, Optional<String> backup) {
    this(pullRequest, digests, backup, Optional.empty());
  }

  public PreviewFacts openedAt(Instant when) {
    return new PreviewFacts(pullRequest, digests, backup, Optional.of(when));
  }
}
