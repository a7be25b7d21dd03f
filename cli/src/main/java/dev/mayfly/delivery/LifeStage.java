package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.preview.CommitSha;
import java.util.List;
import java.util.Optional;

/**
 * Where a preview is in its life, as far as it is known. What Argo CD makes of a delivered one is
 * known only where somebody reported it to the forge.
 */
public sealed interface LifeStage {
  /** This commit gets none, for these reasons; an older one may still have it. */
  record Refused(CommitSha commit, List<Problem> reasons) implements LifeStage {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * The commit is proposed.
   *
   * @param change the address of its GitOps pull request
   * @param scheduled whether the forge merges it by itself
   */
  record Waiting(CommitSha commit, Optional<String> url, Optional<String> change, boolean scheduled)
      implements LifeStage {}

  /** The commit is on the GitOps branch. */
  record Delivered(CommitSha commit, Optional<String> url, String note) implements LifeStage {}

  /** It was reported to run at the commit. */
  record Live(CommitSha commit, Optional<String> url, String note) implements LifeStage {}

  /** It was reported not to come up at the commit, in the words of the report. */
  record Failed(CommitSha commit, Optional<String> url, String reason) implements LifeStage {}

  /** Its removal is proposed. */
  record Going(Optional<String> change) implements LifeStage {}

  /** It is not on the GitOps branch any more. */
  record Gone(String reason) implements LifeStage {}

  /** Not found out, so nothing is said. */
  record Unknown() implements LifeStage {}

  /** Whether it is worth a word where nothing was said before. */
  default boolean isNews() {
    return switch (this) {
      case Refused refused -> true;
      case Waiting waiting -> true;
      case Delivered delivered -> true;
      case Live live -> true;
      case Failed failed -> true;
      case Going going -> false;
      case Gone gone -> false;
      case Unknown unknown -> false;
    };
  }
}
