package dev.mayfly.argocd;

/** What a sync did with one object (gitops-engine, {@code sync/common/types.go}). */
public enum ResultCode {
  SYNCED,
  SYNC_FAILED,
  PRUNED,
  PRUNE_SKIPPED,
  /** Nothing is said, or nothing that is known. */
  NONE;

  public static ResultCode of(String word) {
    return switch (word) {
      case "Synced" -> SYNCED;
      case "SyncFailed" -> SYNC_FAILED;
      case "Pruned" -> PRUNED;
      case "PruneSkipped" -> PRUNE_SKIPPED;
      default -> NONE;
    };
  }
}
