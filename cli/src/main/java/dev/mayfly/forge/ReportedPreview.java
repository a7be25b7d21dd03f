package dev.mayfly.forge;

import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.Optional;

/**
 * Which preview a report is about.
 *
 * @param environment what the forge calls the place where it runs
 * @param url where it is reached
 * @param changed whether another thing is deployed at this commit than before, so that the end that
 *     stands there is none any more
 */
public record ReportedPreview(
    RepositoryName repository,
    PullRequestNumber number,
    CommitSha commit,
    String environment,
    Optional<String> url,
    boolean changed) {}
