package dev.mayfly.preview;

import java.util.Optional;
import java.util.Set;

/**
 * The facts of a pull request at one moment. Number, head and repository are validated and trusted;
 * everything in {@link Details} was written by whoever opened it.
 */
public record PullRequest(
    RepositoryName repository, PullRequestNumber number, CommitSha headSha, Details details) {

  /** Open, closed without a merge, or merged. */
  public enum State {
    OPEN,
    CLOSED,
    MERGED
  }

  /**
   * What people wrote or can change. Never part of a name.
   *
   * @param headRepository where the commits come from; empty when that repository is gone or not
   *     known, which counts as a fork
   * @param labels exact, case-sensitive
   */
  public record Details(
      State state,
      boolean draft,
      String title,
      String author,
      String branch,
      String targetBranch,
      Optional<RepositoryName> headRepository,
      Set<String> labels) {
    public Details {
      labels = Set.copyOf(labels);
    }

    /** The same with commits from another place. */
    public Details from(Optional<RepositoryName> head) {
      return new Details(state, draft, title, author, branch, targetBranch, head, labels);
    }

    /** An open pull request of which nothing else is known, as given by hand on a command line. */
    public static final Details UNKNOWN =
        new Details(State.OPEN, false, "", "", "", "", Optional.empty(), Set.of());
  }

  /** A pull request given by hand. */
  public PullRequest(RepositoryName repository, PullRequestNumber number, CommitSha headSha) {
    this(repository, number, headSha, Details.UNKNOWN);
  }

  /** The same under the name that its repository bears now. */
  public PullRequest in(RepositoryName other) {
    Optional<RepositoryName> head =
        details.headRepository.map(known -> known.equals(repository) ? other : known);
    return new PullRequest(other, number, headSha, details.from(head));
  }

  /** True unless the commits are known to come from the repository itself. */
  public boolean isFork() {
    return !details.headRepository().map(repository::equals).orElse(false);
  }
}
