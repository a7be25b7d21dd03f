package dev.mayfly.git;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.jgit.lib.ObjectId;

/** Decides what became of a push by the refs alone. */
final class RefJudgement {
  private RefJudgement() {}

  /** Reads the refs below a prefix from the remote. */
  interface RefReader {
    SortedMap<RefName, ObjectId> read(String prefix) throws IOException;
  }

  /** Landed, or lost; empty when every ref is still what was expected. */
  static Optional<PushOutcome> of(List<RefChange> changes, RefReader reader) throws IOException {
    int landed = 0;
    for (RefChange change : changes) {
      ObjectId now = reader.read(change.ref().full()).getOrDefault(change.ref(), ObjectId.zeroId());
      if (now.equals(change.wantedId())) {
        landed++;
      } else if (!now.equals(change.expectedId())) {
        return Optional.of(new PushOutcome.LostRace(change.ref()));
      }
    }
    if (landed == changes.size()) {
      return Optional.of(new PushOutcome.Landed());
    }
    // Some as wanted and some as before can only be another writer's doing: ours go together.
    return landed == 0
        ? Optional.empty()
        : Optional.of(new PushOutcome.LostRace(changes.getFirst().ref()));
  }
}
