package dev.mayfly.delivery;

import dev.mayfly.admission.Candidate;
import dev.mayfly.platform.App;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.util.SortedSet;

/** Where the state of a pull request comes from. Asked anew in every round of a race. */
public interface PullRequestLookup {
  /** What was named: only repository and number of it are to be believed. */
  PullRequest named();

  /** The pull request as it is now. */
  PullRequest pullRequest();

  /**
   * Whether the commit that was named lies behind this one. A forge tells the newest; without one,
   * an event that comes late is told by the history of the app's repository.
   */
  default boolean isOlder(App app, CommitSha delivered) {
    return false;
  }

  /** The pull request as it is now, with everything that the gates look at. */
  Candidate candidate(Policy policy, App app, SortedSet<PreviewId> holders);
}
