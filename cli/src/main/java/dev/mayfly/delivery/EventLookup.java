package dev.mayfly.delivery;

import dev.mayfly.admission.Candidate;
import dev.mayfly.platform.App;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Believes what was given, because there is no forge to ask.
 *
 * @param byHand true when a person named it on the command line
 * @param history asked only when it counts
 */
public record EventLookup(PullRequest pullRequest, boolean byHand, AppHistory history)
    implements PullRequestLookup {

  /** What the repository of an app tells; nothing where it cannot be read. */
  public interface AppHistory {
    /** The files of the pull request. */
    Optional<SortedSet<String>> changedFiles(App app, PullRequest pullRequest);

    /** Whether one commit is known to lie behind another. */
    boolean isBehind(App app, CommitSha commit, CommitSha other);

    /** That of a pull request which changes these files and is ahead of everything. */
    static AppHistory changing(SortedSet<String> files) {
      return new AppHistory() {
        @Override
        public Optional<SortedSet<String>> changedFiles(App app, PullRequest pullRequest) {
          return Optional.of(files);
        }

        @Override
        public boolean isBehind(App app, CommitSha commit, CommitSha other) {
          return false;
        }
      };
    }
  }

  @Override
  public PullRequest named() {
    return pullRequest;
  }

  /** Who names a commit by hand may go back. */
  @Override
  public boolean isOlder(App app, CommitSha delivered) {
    return !byHand && history.isBehind(app, pullRequest.headSha(), delivered);
  }

  @Override
  public Candidate candidate(Policy policy, App app, SortedSet<PreviewId> holders) {
    return new Candidate(
        policy.platform(),
        policy.templates(),
        app,
        pullRequest,
        byHand,
        byHand ? Optional.empty() : history.changedFiles(app, pullRequest),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        holders);
  }
}
