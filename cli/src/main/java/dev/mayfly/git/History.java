package dev.mayfly.git;

import dev.mayfly.preview.CommitSha;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Questions about commits and their ancestors, in a repository that may be cut off (shallow). */
record History(Repository repository) {
  /**
   * The newest commit that both have behind them; empty when there is none, or when the history at
   * hand is cut off where a newer one could be hidden.
   */
  Optional<ObjectId> mergeBase(ObjectId one, ObjectId other) throws IOException {
    return ForeignObjects.run(() -> base(one, other));
  }

  private Optional<ObjectId> base(ObjectId one, ObjectId other) throws IOException {
    ObjectId base;
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(one));
      walk.markStart(walk.parseCommit(other));
      RevCommit found = walk.next();
      if (found == null) {
        return Optional.empty();
      }
      base = found.copy();
    }
    return isComplete(one, other, base) ? Optional.of(base) : Optional.empty();
  }

  /** Whether no way from either commit ends at the cut before it meets the base. */
  private boolean isComplete(ObjectId one, ObjectId other, ObjectId base) throws IOException {
    Set<ObjectId> cut = repository.getObjectDatabase().getShallowCommits();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(one));
      walk.markStart(walk.parseCommit(other));
      walk.markUninteresting(walk.parseCommit(base));
      for (RevCommit commit : walk) {
        if (cut.contains(commit)) {
          return false;
        }
      }
      return true;
    }
  }

  /** The files that differ between two commits' trees. */
  ChangedPaths changed(ObjectId base, ObjectId head, int limit) throws IOException {
    return ForeignObjects.run(() -> differing(base, head, limit));
  }

  private ChangedPaths differing(ObjectId base, ObjectId head, int limit) throws IOException {
    SortedSet<String> paths = new TreeSet<>();
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      walk.setRecursive(true);
      walk.setFilter(TreeFilter.ANY_DIFF);
      walk.addTree(commits.parseCommit(base).getTree());
      walk.addTree(commits.parseCommit(head).getTree());
      while (walk.next()) {
        paths.add(walk.getPathString());
        if (paths.size() > limit) {
          return new ChangedPaths.Unknown("more than " + limit + " files changed");
        }
      }
    }
    return new ChangedPaths.Known(new CommitSha(base.name()), paths);
  }
}
