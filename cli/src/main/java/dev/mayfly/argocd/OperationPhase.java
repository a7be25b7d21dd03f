package dev.mayfly.argocd;

import java.util.stream.Stream;

/** How far a sync, or a hook of one, has come (gitops-engine, {@code sync/common/types.go}). */
public enum OperationPhase {
  RUNNING("Running"),
  TERMINATING("Terminating"),
  SUCCEEDED("Succeeded"),
  FAILED("Failed"),
  ERROR("Error"),
  /** Nothing is said, or nothing that is known. */
  NONE("");

  private final String word;

  OperationPhase(String word) {
    this.word = word;
  }

  public static OperationPhase of(String word) {
    return Stream.of(values()).filter(it -> it.word.equals(word)).findFirst().orElse(NONE);
  }

  public boolean isFailure() {
    return this == FAILED || this == ERROR;
  }
}
