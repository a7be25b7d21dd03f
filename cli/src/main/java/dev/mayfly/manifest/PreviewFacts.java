package dev.mayfly.manifest;

import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that decides one preview besides the platform.
 *
 * @param digests by image id
 * @param backup the Backup that a clone recovers from, where the platform says {@code latest}
 */
public record PreviewFacts(
    PullRequest pullRequest, Map<String, ImageDigest> digests, Optional<String> backup) {
  public PreviewFacts {
    digests = new TreeMap<>(digests);
  }
}
