package dev.mayfly.git;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.Exchange.Extent;
import dev.mayfly.preview.CommitSha;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a pull request changes: the files between the merge base and its head. History is fetched
 * without trees, a little first and more where that does not reach the merge base.
 */
public record BranchComparison(RemoteRepository remote) {
  private static final int[] DEPTHS = {50, 500, 5_000};

  /**
   * Compares two commits of the remote.
   *
   * @param limit how many files may differ before the answer is unknown
   */
  public ChangedPaths between(CommitSha target, CommitSha head, int limit) {
    ObjectId one = ObjectId.fromString(target.hex());
    ObjectId other = ObjectId.fromString(head.hex());
    try {
      History history = new History(remote.objects());
      for (int depth : DEPTHS) {
        remote.bring(List.of(one, other), depth, Extent.HISTORY);
        Optional<ObjectId> base = history.mergeBase(one, other);
        if (base.isPresent()) {
          remote.bring(List.of(base.get(), other), 1, Extent.TREES);
          return history.changed(base.get(), other, limit);
        }
        if (!remote.hasCheapHistory()) {
          return new ChangedPaths.Unknown("the server cannot send history without files");
        }
      }
      return new ChangedPaths.Unknown(
          "no common ancestor within " + DEPTHS[DEPTHS.length - 1] + " commits");
    } catch (IOException e) {
      return new ChangedPaths.Unknown("the history at hand has gaps");
    } catch (ProblemsException e) {
      return new ChangedPaths.Unknown(e.problems().getFirst().message());
    }
  }
}
