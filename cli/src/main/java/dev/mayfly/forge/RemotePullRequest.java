package dev.mayfly.forge;

import dev.mayfly.preview.PullRequest;
import java.time.Instant;

/**
 * A pull request as the forge shows it now.
 *
 * @param updatedAt the forge's own time of its last change
 */
public record RemotePullRequest(PullRequest pullRequest, Instant updatedAt) {}
