package dev.mayfly.delivery;

import dev.mayfly.git.RefName;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import java.util.Optional;

/**
 * How a delivery ended.
 *
 * @param effect opened, updated, retried, unchanged, removed, absent or kept
 * @param commit the new commit; empty when there was nothing to commit, or in a dry run
 * @param url where the preview is reached; empty when there is none
 * @param branch where the change waits for its own pull request
 */
public record Outcome(
    PreviewId id,
    Effect effect,
    String reason,
    Optional<CommitSha> commit,
    Optional<String> url,
    Optional<RefName> branch,
    boolean dryRun) {
  public boolean waiting() {
    return branch.isPresent();
  }
}
