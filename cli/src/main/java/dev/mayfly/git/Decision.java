package dev.mayfly.git;

import dev.mayfly.preview.CommitSha;
import java.util.List;
import java.util.function.Function;

/** What a caller wants done about a branch as it found it. To refuse, it throws. */
public sealed interface Decision {
  /** Leave everything as it is. */
  record Nothing() implements Decision {}

  /**
   * Commit these edits on top of a snapshot and move refs.
   *
   * @param refs which refs move, given the new commit; they move together or not at all
   */
  record Write(
      Snapshot base,
      List<TreeEdit> edits,
      CommitText text,
      Function<CommitSha, List<RefChange>> refs)
      implements Decision {
    public Write {
      edits = List.copyOf(edits);
    }
  }

  /** Commit these edits on top of the branch that was read. */
  static Decision onto(RefName branch, Snapshot found, List<TreeEdit> edits, CommitText text) {
    return new Write(
        found, edits, text, commit -> List.of(RefChange.update(branch, found.commit(), commit)));
  }
}
