package dev.mayfly.git;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** Decides what became of a push by the refs alone. */
final class RefJudgement {
  private RefJudgement() {}

  /** Landed, or lost; empty when every ref is still what was expected. */
  static Optional<PushOutcome> of(List<RefChange> changes, Map<RefName, ObjectId> refs) {
    int landed = 0;
    for (RefChange change : changes) {
      ObjectId now = refs.getOrDefault(change.ref(), ObjectId.zeroId());
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
