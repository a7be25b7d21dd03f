package dev.mayfly.git;

import dev.mayfly.preview.CommitSha;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One ref from what it is believed to be to what it shall be. There is no change without a belief:
 * a ref that moved meanwhile is never overwritten.
 *
 * @param expected empty when the ref must not exist
 * @param wanted empty when the ref is to be deleted
 */
public record RefChange(RefName ref, Optional<CommitSha> expected, Optional<CommitSha> wanted) {
  public RefChange {
    if (expected.equals(wanted)) {
      throw new IllegalArgumentException("a ref change changes nothing");
    }
  }

  public static RefChange update(RefName ref, CommitSha expected, CommitSha wanted) {
    return new RefChange(ref, Optional.of(expected), Optional.of(wanted));
  }

  public static RefChange delete(RefName ref, CommitSha expected) {
    return new RefChange(ref, Optional.of(expected), Optional.empty());
  }

  ObjectId expectedId() {
    return id(expected);
  }

  ObjectId wantedId() {
    return id(wanted);
  }

  private static ObjectId id(Optional<CommitSha> commit) {
    return commit.map(sha -> ObjectId.fromString(sha.hex())).orElse(ObjectId.zeroId());
  }
}
