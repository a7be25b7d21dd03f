package dev.mayfly.command.composition;

import dev.mayfly.delivery.EventLookup;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.BranchComparison;
import dev.mayfly.git.ChangedPaths;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.platform.App;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * What Git tells of a pull request where there is no forge to ask. A branch that is gone or a
 * server that is down tells nothing, and stops no removal.
 */
record RemoteHistory(Function<App, RemoteRepository> repositories)
    implements EventLookup.AppHistory {
  private static final int MOST_FILES = 3_000;

  @Override
  public Optional<SortedSet<String>> changedFiles(App app, PullRequest pullRequest) {
    String target = pullRequest.details().targetBranch();
    if (app.paths().isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    try (RemoteRepository remote = repositories.apply(app)) {
      CommitSha tip = remote.require(RefName.branch(target)).commit();
      return new BranchComparison(remote).between(tip, pullRequest.headSha(), MOST_FILES)
              instanceof ChangedPaths.Known known
          ? Optional.of(known.paths())
          : Optional.empty();
    } catch (ProblemsException e) {
      return Optional.empty();
    }
  }

  /** A commit is behind another when nothing but itself is what both have behind them. */
  @Override
  public boolean isBehind(App app, CommitSha commit, CommitSha other) {
    try (RemoteRepository remote = repositories.apply(app)) {
      return new BranchComparison(remote).between(other, commit, MOST_FILES)
              instanceof ChangedPaths.Known known
          && known.mergeBase().equals(commit);
    } catch (ProblemsException e) {
      return false;
    }
  }
}
