package dev.mayfly.argocd;

/** How far a sync, or a hook of one, has come (gitops-engine, {@code sync/common/types.go}). */
public enum OperationPhase {
  RUNNING,
  TERMINATING,
  SUCCEEDED,
  FAILED,
  ERROR,
  /** Nothing is said, or nothing that is known. */
  NONE;

  public static OperationPhase of(String word) {
    return switch (word) {
      case "Running" -> RUNNING;
      case "Terminating" -> TERMINATING;
      case "Succeeded" -> SUCCEEDED;
      case "Failed" -> FAILED;
      case "Error" -> ERROR;
      default -> NONE;
    };
  }

  public boolean isFailure() {
    return this == FAILED || this == ERROR;
  }
}
