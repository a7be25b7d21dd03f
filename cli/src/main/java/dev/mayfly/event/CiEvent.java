package dev.mayfly.event;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;

/** What started the run of a CI. */
public sealed interface CiEvent {
  /** Something that happened to a pull request, which looked like this then. */
  record OfPullRequest(EventAction action, PullRequest pullRequest) implements CiEvent {}

  /** A comment on a pull request: it says which, and nothing of its commit. */
  record OfComment(RepositoryName repository, PullRequestNumber number) implements CiEvent {}

  /**
   * Something that asks for no preview, though a check that runs on it has to pass.
   *
   * @param reason a sentence without a full stop
   */
  record Idle(String reason) implements CiEvent {}

  /** About no pull request. */
  record Foreign(Problem problem) implements CiEvent {}
}
