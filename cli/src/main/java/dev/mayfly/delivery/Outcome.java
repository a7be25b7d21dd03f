package dev.mayfly.delivery;

import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import java.util.Optional;

/**
 * How a delivery ended.
 *
 * @param effect opened, updated, retried, unchanged, removed, absent or kept
 * @param commit the new commit; empty when there was nothing to commit, or in a dry run
 * @param url where the preview is reached; empty when there is none
 * @param waiting true when the change waits on a branch for its own pull request
 */
public record Outcome(
    PreviewId id,
    Effect effect,
    String reason,
    Optional<CommitSha> commit,
    Optional<String> url,
    boolean waiting,
    boolean dryRun) {}
