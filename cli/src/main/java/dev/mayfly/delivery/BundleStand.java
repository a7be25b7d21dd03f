package dev.mayfly.delivery;

import dev.mayfly.preview.CommitSha;
import java.util.Optional;

/**
 * Where the bundle of a preview stands that does not come with its pull request.
 *
 * @param revision what admins wrote: a commit, tag or branch, or a chart and its version
 * @param commit what the preview runs; empty for a chart, and before the first {@code sync} of a
 *     tag or branch
 * @param newest what a tag or branch is now; empty where that cannot move or was not found out
 */
public record BundleStand(String revision, Optional<CommitSha> commit, Optional<CommitSha> newest) {

  /** Whether {@code sync} would move the preview. */
  public boolean isBehind() {
    return newest.isPresent() && !newest.equals(commit);
  }

  /** As a table has it. */
  public String words() {
    String now = newest.map(CommitSha::shortHex).orElse("");
    return revision
        + commit.map(it -> " at " + it.shortHex()).orElse("")
        + (isBehind() ? ", behind " + now : "");
  }
}
