package dev.mayfly.forge;

import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequestNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A pull request of our own in the GitOps repository.
 *
 * @param url where people look at it
 * @param headSha empty where the forge does not know it (any more)
 * @param handle what else the forge calls it; empty where the number says it all
 * @param mergedAt empty as long as it is not merged
 */
public record Change(
    PullRequestNumber number,
    String url,
    Optional<CommitSha> headSha,
    String title,
    String body,
    Set<String> labels,
    String handle,
    Optional<Instant> mergedAt) {
  public Change {
    labels = Set.copyOf(labels);
  }

  /** Line ends and trailing space differ between forges and mean nothing. */
  static boolean sameText(String one, String other) {
    return one.replace("\r\n", "\n").strip().equals(other.replace("\r\n", "\n").strip());
  }
}
