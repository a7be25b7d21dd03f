package dev.mayfly.argocd;

/** Whether the cluster has what Git says (Argo CD, {@code SyncStatusCode} in types.go). */
public enum SyncStatus {
  SYNCED,
  OUT_OF_SYNC,
  /** Nobody has compared them, or what is said is not known. */
  UNKNOWN;

  public static SyncStatus of(String word) {
    return switch (word) {
      case "Synced" -> SYNCED;
      case "OutOfSync" -> OUT_OF_SYNC;
      default -> UNKNOWN;
    };
  }
}
