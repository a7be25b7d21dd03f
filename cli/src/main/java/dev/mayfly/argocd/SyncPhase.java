package dev.mayfly.argocd;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * When Argo CD runs or applies an object, in the order of a sync; the last two are a deletion's.
 */
public enum SyncPhase {
  PRE_SYNC("PreSync"),
  SYNC("Sync"),
  POST_SYNC("PostSync"),
  SYNC_FAIL("SyncFail"),
  PRE_DELETE("PreDelete"),
  POST_DELETE("PostDelete");

  private final String word;

  SyncPhase(String word) {
    this.word = word;
  }

  /** The phase of exactly this word (gitops-engine, {@code common.NewHookType}). */
  static Optional<SyncPhase> of(String word) {
    return Stream.of(values()).filter(phase -> phase.word.equals(word)).findFirst();
  }

  public boolean isOfDeletion() {
    return this == PRE_DELETE || this == POST_DELETE;
  }

  @Override
  public String toString() {
    return word;
  }
}
