package dev.mayfly.forge;

import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An open pull request as a list shows it: no more than lists are asked for. Whatever else is wrong
 * with one, strangers open them, and must not decide whether the others are found.
 *
 * @param headSha empty where the list does not say: GitLab has none while a source branch is gone
 * @param updatedAt the forge's own time of its last change, where it says one
 */
public record ListedPullRequest(
    RepositoryName repository,
    PullRequestNumber number,
    Optional<CommitSha> headSha,
    Set<String> labels,
    Optional<Instant> updatedAt) {
  public ListedPullRequest {
    labels = Set.copyOf(labels);
  }

  /** One entry of a list; empty where it says no number, since nothing else could name it. */
  static Optional<ListedPullRequest> read(
      ApiFields fields, RepositoryName repository, String number, String... sha) {
    return fields
        .numberIfProper(number)
        .map(it ->
            new ListedPullRequest(
                repository,
                it,
                fields.shaIfProper(sha),
                fields.names("labels"),
                fields.timeIfProper("updated_at")));
  }
}
