package dev.mayfly.argocd;

import java.util.stream.Stream;

/** How an object fares (gitops-engine, {@code pkg/health/health.go}). */
public enum HealthStatus {
  HEALTHY("Healthy"),
  PROGRESSING("Progressing"),
  DEGRADED("Degraded"),
  SUSPENDED("Suspended"),
  MISSING("Missing"),
  UNKNOWN("Unknown"),
  /** A word that no Argo CD says which we know. */
  OTHER("");

  private final String word;

  HealthStatus(String word) {
    this.word = word;
  }

  /** What Argo CD says; it says nothing where nobody judges. */
  public static HealthStatus of(String word) {
    return word.isEmpty()
        ? UNKNOWN
        : Stream.of(values()).filter(it -> it.word.equals(word)).findFirst().orElse(OTHER);
  }

  /** False where it is well, or nobody judges it. */
  public boolean needsAttention() {
    return this != HEALTHY && this != SUSPENDED && this != UNKNOWN;
  }
}
