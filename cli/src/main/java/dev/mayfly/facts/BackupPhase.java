package dev.mayfly.facts;

/**
 * How far a Backup has come (CloudNativePG, {@code BackupPhase} in backup_types.go).
 *
 * @param word what the operator says, to be shown; empty before it says anything
 */
public record BackupPhase(String word) {
  /** Only then are there snapshots that can be cloned. */
  public boolean isCompleted() {
    return word.equals("completed");
  }
}
