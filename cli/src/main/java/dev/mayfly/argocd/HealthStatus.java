package dev.mayfly.argocd;

import java.util.Locale;
import java.util.stream.Stream;

/** How an object fares (gitops-engine, {@code pkg/health/health.go}); OTHER is no word of today. */
public enum HealthStatus {
  HEALTHY,
  PROGRESSING,
  DEGRADED,
  SUSPENDED,
  MISSING,
  UNKNOWN,
  OTHER;

  /** What Argo CD says; it says nothing where nobody judges. */
  public static HealthStatus of(String word) {
    return word.isEmpty()
        ? UNKNOWN
        : Stream.of(values()).filter(it -> it.word().equals(word)).findFirst().orElse(OTHER);
  }

  private String word() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** False where it is well, or nobody judges it. */
  public boolean needsAttention() {
    return this != HEALTHY && this != SUSPENDED && this != UNKNOWN;
  }
}
